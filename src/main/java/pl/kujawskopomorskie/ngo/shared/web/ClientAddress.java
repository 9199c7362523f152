package pl.kujawskopomorskie.ngo.shared.web;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Where in the network a request comes from, for limits on tries. Behind load balancers the connection comes from the last
 * of them, and the address before stands in {@code X-Forwarded-For}; anybody may write anything there, so only as many
 * entries from its end are believed as there are balancers ({@code portal.proxies}, none unless configured).
 */
@Singleton
public final class ClientAddress {

    private static final Pattern NUMERIC = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final int NETWORK_BYTES = 8;

    private final int proxies;

    ClientAddress(@Value("${portal.proxies:0}") int proxies) {
        this.proxies = proxies;
    }

    /**
     * The address in a form that tells clients apart: an IPv6 address is cut to its network of 64 bits, because a household
     * owns all of them.
     */
    public String of(HttpRequest<?> request) {
        var hops = request.getHeaders().getAll("X-Forwarded-For").stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .toList();
        if (proxies > 0 && hops.size() >= proxies) {
            var believed = hops.get(hops.size() - proxies);
            // A name is never looked up: that would let a stranger choose what we ask of the network.
            if (NUMERIC.matcher(believed).matches()) {
                try {
                    return network(InetAddress.getByName(believed));
                } catch (UnknownHostException e) {
                    return network(request.getRemoteAddress().getAddress());
                }
            }
        }
        return network(request.getRemoteAddress().getAddress());
    }

    private static String network(InetAddress address) {
        if (address instanceof Inet6Address) {
            return HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES);
        }
        return address.getHostAddress();
    }
}
