package pl.kujawskopomorskie.ngo.consultations.act.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;
import pl.kujawskopomorskie.ngo.consultations.act.source.ReadSource.Reason;

/**
 * Keeps a PDF from growing in memory. The library unpacks a stream whole before anyone can ask how large it is, so every
 * stream is unpacked here first, into nothing, and counted: once on the raw bytes, for the streams that loading itself
 * needs, and once through the loaded objects, for all the others.
 */
final class PdfGuard {

    /** Dictionary of a stream is sought this far before its data. */
    private static final int DICTIONARY_WITHIN = 2_048;
    /** Arrays and dictionaries in a file; a thousand pages have some hundred thousand. */
    private static final int MOST_STRUCTURES = 2_000_000;
    /** Packed object streams that are themselves encrypted can only be judged by their size. */
    private static final int LARGEST_SEALED_OBJECT_STREAM = 256 << 10;

    /** Content streams of a page; some writers begin a new one for every figure. */
    private static final int MOST_STREAMS_OF_A_PAGE = 10_000;
    /** Codes of one font that its ranges may name. */
    private static final long MOST_CODES = 200_000;

    private static final long MOST_CODES_OF_ALL = 5_000_000;
    private static final int WIDEST_ROW = 1 << 20;
    private static final byte[] STREAM = ascii("stream");
    private static final byte[] END_OF_STREAM = ascii("endstream");
    private static final byte[] BEGIN_MAP = ascii("begincmap");
    private static final Pattern COMMENT = Pattern.compile("%[^\\r\\n]*");
    private static final Pattern BEGIN_RANGE = Pattern.compile("begin(bf|cid|notdef)range");
    private static final Pattern CODE_RANGE =
            Pattern.compile("<([0-9A-Fa-f]{1,8})>\\s*<([0-9A-Fa-f]{1,8})>\\s*(<[^>]*>|\\[[^\\]]*\\]|\\d+)");
    private static final Pattern HUGE_ROW = Pattern.compile("/(Columns|Colors)\\s*\\d{7,}");
    private static final Pattern OTHER_FILTER =
            Pattern.compile("/(LZW|ASCII|A85|AHx|RunLength|RL|DCT|JPX|JBIG2|CCITT)");
    private static final Set<COSName> PICTURE_FILTERS = Set.of(
            COSName.DCT_DECODE,
            COSName.DCT_DECODE_ABBREVIATION,
            COSName.JPX_DECODE,
            COSName.JBIG2_DECODE,
            COSName.CCITTFAX_DECODE,
            COSName.CCITTFAX_DECODE_ABBREVIATION);

    private final long largestStream;
    private final long largestSum;
    private long sum;
    private long structures;
    private long allCodes;
    private final Map<COSStream, Long> sizes = new IdentityHashMap<>();

    PdfGuard(ReadingLimits limits) {
        this.largestStream = Math.max(1 << 16, limits.maxUnpackedBytes() / 2);
        this.largestSum = 2 * limits.maxUnpackedBytes();
    }

    /** Looks at the bytes before they are loaded. */
    void checkRaw(byte[] bytes) {
        boolean encrypted = indexOf(bytes, ascii("/Encrypt"), 0) >= 0;
        int from = 0;
        int at = indexOf(bytes, STREAM, 0);
        while (at >= 0) {
            structures(bytes, from, at);
            int data = at + STREAM.length;
            data += data < bytes.length && bytes[data] == '\r' ? 1 : 0;
            data += data < bytes.length && bytes[data] == '\n' ? 1 : 0;
            int end = indexOf(bytes, END_OF_STREAM, data);
            if (end < 0) {
                end = bytes.length;
            }
            int dictionary = Math.max(from, at - DICTIONARY_WITHIN);
            checkRawStream(
                    bytes,
                    data,
                    end,
                    new String(bytes, dictionary, at - dictionary, StandardCharsets.ISO_8859_1),
                    encrypted);
            from = Math.min(bytes.length, end + END_OF_STREAM.length);
            at = indexOf(bytes, STREAM, from);
        }
        structures(bytes, from, bytes.length);
    }

    private void checkRawStream(byte[] bytes, int data, int end, String nearby, boolean encrypted) {
        int open = nearby.lastIndexOf(" obj");
        String dictionary = open < 0 ? nearby : nearby.substring(open);
        boolean loads = dictionary.contains("ObjStm")
                || dictionary.contains("XRef")
                || dictionary.contains("/First")
                || dictionary.indexOf('#') >= 0;
        if (HUGE_ROW.matcher(dictionary).find()) {
            throw new Refusal(Reason.BROKEN);
        }
        boolean large = end - data > LARGEST_SEALED_OBJECT_STREAM;
        if (encrypted) {
            if (loads && large) {
                throw new Refusal(Reason.ENCRYPTED);
            }
        } else if (loads && large && OTHER_FILTER.matcher(dictionary).find()) {
            throw new Refusal(Reason.BROKEN);
        } else if (loads || !dictionary.contains("/Image")) {
            inflate(bytes, data, end, loads);
        }
    }

    private void inflate(byte[] bytes, int data, int end, boolean loads) {
        var inflater = new Inflater();
        try {
            inflater.setInput(bytes, data, Math.max(0, end - data));
            var unpacked = new byte[1 << 16];
            long size = 0;
            int n = inflater.inflate(unpacked);
            while (n > 0) {
                size += n;
                count(n, size);
                if (loads) {
                    structures(unpacked, 0, n);
                }
                n = inflater.inflate(unpacked);
            }
        } catch (DataFormatException notPackedThisWay) {
            // what unpacked before the fault was counted; the library gets no further either
        } finally {
            inflater.end();
        }
    }

    private void structures(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            structures += bytes[i] == '[' || bytes[i] == '<' ? 1 : 0;
        }
        if (structures > MOST_STRUCTURES) {
            throw new Refusal(Reason.ZIP_BOMB);
        }
    }

    private void count(long more, long size) {
        sum += more;
        if (size > largestStream || sum > largestSum) {
            throw new Refusal(Reason.ZIP_BOMB);
        }
    }

    /** Looks at all streams of a loaded document but its pictures, which nobody will unpack. */
    void checkStreams(PDDocument document) throws IOException {
        sum = 0;
        var objects = document.getDocument();
        for (var entry : new ArrayList<>(objects.getXrefTable().entrySet())) {
            if (entry.getValue() > 0
                    && objects.getObjectFromPool(entry.getKey()).getObject() instanceof COSStream stream) {
                checkStream(stream);
            }
        }
        for (var entry : new ArrayList<>(objects.getXrefTable().entrySet())) {
            checkWidths(objects.getObjectFromPool(entry.getKey()).getObject());
        }
        for (var page : document.getPages()) {
            checkContents(page);
        }
    }

    /** A page's streams are put one after another, and the same one may be named any number of times. */
    private void checkContents(PDPage page) {
        long all = 0;
        int count = 0;
        var contents = page.getContentStreams();
        while (contents.hasNext()) {
            var stream = contents.next().getCOSObject();
            count++;
            all += sizes.getOrDefault(stream, stream.getLength());
            if (filters(stream).stream().anyMatch(PICTURE_FILTERS::contains)) {
                throw new Refusal(Reason.BROKEN);
            }
            if (count > MOST_STREAMS_OF_A_PAGE || all > largestStream) {
                throw new Refusal(Reason.ZIP_BOMB);
            }
        }
    }

    /** Widths of glyphs may be given for a range, which the library writes out one by one. */
    private static void checkWidths(@Nullable COSBase object) {
        switch (object) {
            case COSDictionary dictionary -> {
                checkRanges(dictionary.getDictionaryObject(COSName.W), 3);
                checkRanges(dictionary.getDictionaryObject(COSName.W2), 5);
                for (var value : dictionary.getValues()) {
                    checkWidths(value);
                }
            }
            case COSArray array -> {
                for (var value : array) {
                    checkWidths(value);
                }
            }
            case null, default -> {}
        }
    }

    private static void checkRanges(@Nullable COSBase widths, int lengthOfRange) {
        if (!(widths instanceof COSArray array)) {
            return;
        }
        int i = 0;
        long glyphs = 0;
        while (i + 1 < array.size()) {
            if (array.getObject(i) instanceof COSNumber first && array.getObject(i + 1) instanceof COSNumber last) {
                glyphs += Math.max(0, last.longValue() - first.longValue());
                i += lengthOfRange;
            } else {
                i += 2;
            }
        }
        if (glyphs > MOST_CODES) {
            throw new Refusal(Reason.ZIP_BOMB);
        }
    }

    /** So may the characters of codes: the ranges of one map must not add up to more than there can be codes. */
    private void checkCodes(byte[] map) {
        if (indexOf(map, BEGIN_MAP, 0) < 0) {
            return;
        }
        String text =
                COMMENT.matcher(new String(map, StandardCharsets.ISO_8859_1)).replaceAll("");
        long codes = 0;
        var begin = BEGIN_RANGE.matcher(text);
        while (begin.find()) {
            int end = text.indexOf("end", begin.end());
            var range = CODE_RANGE.matcher(text).region(begin.end(), end < 0 ? text.length() : end);
            while (range.find()) {
                codes += Math.max(0, Long.parseLong(range.group(2), 16) - Long.parseLong(range.group(1), 16));
            }
        }
        allCodes += codes;
        if (codes > MOST_CODES || allCodes > MOST_CODES_OF_ALL) {
            throw new Refusal(Reason.ZIP_BOMB);
        }
    }

    private void checkStream(COSStream stream) throws IOException {
        boolean picture = COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE));
        var filters = filters(stream);
        if (picture) {
            return;
        }
        if (filters.stream().anyMatch(PICTURE_FILTERS::contains)) {
            if (COSName.FORM.equals(stream.getCOSName(COSName.SUBTYPE))) {
                throw new Refusal(Reason.BROKEN);
            }
            return;
        }
        checkParameters(stream);
        InputStream in = stream.createRawInputStream();
        try {
            for (int i = 0; i < filters.size(); i++) {
                var counted = new Counted();
                FilterFactory.INSTANCE.getFilter(filters.get(i)).decode(in, counted, stream, i, DecodeOptions.DEFAULT);
                in.close();
                in = new ByteArrayInputStream(counted.bytes());
            }
            byte[] unpacked = in.readAllBytes();
            sizes.put(stream, (long) unpacked.length);
            checkCodes(unpacked);
        } catch (IOException unreadable) {
            // a stream that cannot be unpacked harms nobody; its page will say so
        } finally {
            in.close();
        }
    }

    private static void checkParameters(COSStream stream) {
        var parameters = stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
        if (parameters instanceof COSDictionary one) {
            checkRow(one);
        } else if (parameters instanceof COSArray many) {
            for (int i = 0; i < many.size(); i++) {
                if (many.getObject(i) instanceof COSDictionary one) {
                    checkRow(one);
                }
            }
        }
    }

    private static void checkRow(COSDictionary parameters) {
        long row = (long) parameters.getInt(COSName.COLUMNS, 1)
                * Math.max(1, parameters.getInt(COSName.COLORS, 1))
                * Math.max(1, parameters.getInt(COSName.BITS_PER_COMPONENT, 8));
        if (row > 8L * WIDEST_ROW) {
            throw new Refusal(Reason.BROKEN);
        }
    }

    private static List<COSName> filters(COSStream stream) {
        var filters = new ArrayList<COSName>();
        switch (stream.getFilters()) {
            case COSName one -> filters.add(one);
            case COSArray many -> {
                for (int i = 0; i < many.size(); i++) {
                    if (many.getObject(i) instanceof COSName name && !filters.contains(name)) {
                        filters.add(name);
                    }
                }
            }
            case null, default -> {}
        }
        return filters;
    }

    private static int indexOf(byte[] bytes, byte[] sought, int from) {
        outer:
        for (int i = from; i <= bytes.length - sought.length; i++) {
            for (int j = 0; j < sought.length; j++) {
                if (bytes[i + j] != sought[j]) {
                    continue outer;
                }
            }
            return i;
        }
        return -1;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Takes what a filter gives, as long as it is no more than a stream may be. */
    private final class Counted extends OutputStream {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(int b) {
            count(1, bytes.size() + 1L);
            bytes.write(b);
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            count(length, bytes.size() + (long) length);
            bytes.write(from, offset, length);
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }
}
