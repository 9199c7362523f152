package pl.kujawskopomorskie.ngo.consultations;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** How a remark reached the office. All of them stand in one register. */
public enum Channel {
    /** Made on the portal. */
    FORM,
    EMAIL,
    /** By post or in person. */
    PAPER,
    /** Said at an open meeting and written into its minutes. */
    MEETING,
    /** An opinion of the public benefit council or of another body. */
    COUNCIL_OPINION;

    /** The channels as a row keeps them: names parted by commas. */
    static String join(Set<Channel> channels) {
        return channels.stream().sorted().map(Channel::name).collect(Collectors.joining(","));
    }

    /** The channels that a row names. */
    static Set<Channel> split(String joined) {
        var channels = EnumSet.noneOf(Channel.class);
        Arrays.stream(joined.split(","))
                .filter(name -> !name.isEmpty())
                .map(Channel::valueOf)
                .forEach(channels::add);
        return channels;
    }
}
