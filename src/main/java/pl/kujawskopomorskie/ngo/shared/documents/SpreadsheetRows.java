package pl.kujawskopomorskie.ngo.shared.documents;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Rows of the visible sheets of an XLSX, in order. */
final class SpreadsheetRows {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);
    private static final BigDecimal SECONDS_OF_A_DAY = BigDecimal.valueOf(86_400);
    private static final int MOST_DIGITS = 40;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,20})?([eE][+-]?\\d{1,2})?");
    private static final Pattern NOT_OF_THE_DATE = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");

    private SpreadsheetRows() {}

    static void read(InputStream file, TableInProgress table) throws IOException {
        try (var workbook = new ReadableWorkbook(file, new ReadingOptions(true, true))) {
            for (var sheet : workbook.getSheets().toList()) {
                if (sheet.getVisibility() != SheetVisibility.VISIBLE) {
                    continue;
                }
                try (var rows = sheet.openStream()) {
                    for (var iterator = rows.iterator(); iterator.hasNext(); ) {
                        var row = iterator.next();
                        if (!table.add(row.getRowNum(), words(row, table.mostColumns()))) {
                            return;
                        }
                    }
                }
                table.end();
            }
        } catch (TableInProgress.Full e) {
            throw e;
        } catch (RuntimeException e) {
            // The reader tells of a broken file by whatever its XML parser or its arrays throw.
            throw new IOException(e);
        }
    }

    private static List<String> words(Row row, int mostColumns) {
        var cells = new ArrayList<String>();
        for (var cell : row) {
            if (cell == null || cell.getType() == CellType.EMPTY) {
                continue;
            }
            int column = cell.getColumnIndex();
            if (column > mostColumns) {
                throw new TableInProgress.Full(TableFile.Reason.TOO_MANY_COLUMNS);
            }
            if (column >= cells.size()) {
                cells.addAll(Collections.nCopies(column + 1 - cells.size(), ""));
            }
            cells.set(column, words(cell));
        }
        return cells;
    }

    private static String words(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER ->
                isWritable(cell.asNumber())
                        ? number(cell.asNumber(), cell.getDataFormatString())
                        : String.valueOf(cell.getRawValue());
            case FORMULA -> result(cell);
            case ERROR -> "";
            default -> {
                @Nullable String text = cell.getText();
                yield text == null ? "" : text;
            }
        };
    }

    // A dozen signs such as 1E999999999 would be written out as a gigabyte of zeros; so would the hours of such a day.
    private static boolean isWritable(BigDecimal number) {
        return Math.abs((long) number.precision() - number.scale()) <= MOST_DIGITS && number.scale() <= MOST_DIGITS;
    }

    private static boolean isDate(@Nullable String format) {
        if (format == null) {
            return false;
        }
        var plain = NOT_OF_THE_DATE.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
        return plain.contains("yy") || plain.contains("d") && plain.contains("m");
    }

    // The reader keeps what a formula came to as it stands in the file, whether words or a number.
    private static String result(Cell cell) {
        @Nullable String raw = cell.getRawValue();
        if (raw == null) {
            return "";
        }
        if (!NUMBER.matcher(raw).matches()) {
            return raw;
        }
        var number = new BigDecimal(raw);
        return isWritable(number) ? number(number, cell.getDataFormatString()) : raw;
    }

    private static String number(BigDecimal number, @Nullable String format) {
        if (!isDate(format) || number.signum() < 0 || number.compareTo(LAST_DAY) > 0) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        long seconds = number.remainder(BigDecimal.ONE)
                .multiply(SECONDS_OF_A_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        var moment = FIRST_DAY.plusDays(number.longValue()).atStartOfDay().plusSeconds(seconds);
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : MOMENT.format(moment);
    }
}
