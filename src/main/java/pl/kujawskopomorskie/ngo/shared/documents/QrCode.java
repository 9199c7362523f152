package pl.kujawskopomorskie.ngo.shared.documents;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A QR code (ISO/IEC 18004) as a picture in black and white, with the quiet zone that scanners need.
 *
 * @param text what a scanner reads; capital letters and digits make the smallest code
 */
public record QrCode(String text) {

    private static final int DOTS_PER_MODULE = 8;
    private static final int QUIET_MODULES = 4;
    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xFFFFFF;

    /** The picture as PNG. */
    public byte[] png() {
        try {
            var modules = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET_MODULES));
            var side = modules.getWidth() * DOTS_PER_MODULE;
            var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
            for (int row = 0; row < side; row++) {
                for (int column = 0; column < side; column++) {
                    image.setRGB(
                            column, row, modules.get(column / DOTS_PER_MODULE, row / DOTS_PER_MODULE) ? BLACK : WHITE);
                }
            }
            var out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The picture as an address that carries itself, for documents that fetch nothing. */
    public String dataAddress() {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png());
    }
}
