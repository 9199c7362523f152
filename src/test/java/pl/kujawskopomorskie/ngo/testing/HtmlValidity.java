package pl.kujawskopomorskie.ngo.testing;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import nu.validator.xml.SystemErrErrorHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The W3C's HTML checker, in this process and without a network. */
public final class HtmlValidity {

    private static final String SCHEMA = "http://s.validator.nu/html5-rdfalite.rnc";

    private static final Notes NOTES = new Notes();

    private static final SimpleDocumentValidator VALIDATOR = validator();

    private HtmlValidity() {}

    /** What is wrong with a page as it was served; empty when it is valid. */
    public static synchronized List<String> problems(String html) {
        NOTES.problems.clear();
        try {
            var source = new InputSource(new StringReader(html));
            source.setSystemId("http://localhost/page");
            VALIDATOR.checkHtmlInputSource(source);
        } catch (IOException | SAXException e) {
            throw new IllegalStateException(e);
        }
        return List.copyOf(NOTES.problems);
    }

    private static SimpleDocumentValidator validator() {
        try {
            // Arguments: no log4j, no line and column checks beyond the parser's own, no language detection.
            var validator = new SimpleDocumentValidator(false, false, false);
            validator.setUpMainSchema(SCHEMA, new SystemErrErrorHandler());
            validator.setUpValidatorAndParsers(NOTES, true, false);
            return validator;
        } catch (Exception e) {
            throw new IllegalStateException("The HTML checker does not start", e);
        }
    }

    private static final class Notes implements ErrorHandler {

        private final List<String> problems = new ArrayList<>();

        @Override
        public void warning(SAXParseException problem) {
            note(problem);
        }

        @Override
        public void error(SAXParseException problem) {
            note(problem);
        }

        @Override
        public void fatalError(SAXParseException problem) {
            note(problem);
        }

        private void note(SAXParseException problem) {
            problems.add("line " + problem.getLineNumber() + ": " + problem.getMessage());
        }
    }
}
