import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Judges PDFs by veraPDF's rules: Judge UNTAGGED.pdf PROFILES FILE.pdf... The first file must be refused by every profile, so
 * that a judge who agrees to everything is found out. Exit status 0 where all others pass, 1 where one does not, 2 where
 * nothing could be judged.
 */
public final class Judge {
    private static final int REFUSED = 1;
    private static final int NOT_JUDGED = 2;

    public static void main(String[] arguments) {
        VeraGreenfieldFoundryProvider.initialise();
        int status = 0;
        try {
            for (String profile : arguments[1].split(",")) {
                status = Math.max(status, judge(profile, arguments));
            }
        } catch (Exception fault) {
            System.err.println("judge: " + fault);
            status = NOT_JUDGED;
        }
        System.exit(status);
    }

    private static int judge(String profile, String[] arguments) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.fromString(profile);
        if (flavour == PDFAFlavour.NO_FLAVOUR) {
            System.err.println("judge: there is no profile " + profile);
            return NOT_JUDGED;
        }
        if (verdict(flavour, arguments[0]).isCompliant()) {
            System.err.println("judge: " + profile + " passes a file that it must refuse: " + arguments[0]);
            return NOT_JUDGED;
        }
        int passed = 0;
        for (int at = 2; at < arguments.length; at++) {
            ValidationResult result = verdict(flavour, arguments[at]);
            if (result.isCompliant()) {
                passed++;
            } else {
                report(profile, arguments[at], result);
            }
        }
        int all = arguments.length - 2;
        System.out.printf("veraPDF, %s: %d of %d files pass%n", profile, passed, all);
        return passed == all && all > 0 ? 0 : REFUSED;
    }

    private static ValidationResult verdict(PDFAFlavour flavour, String path) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(path), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser);
        }
    }

    /** Prints each rule that a file breaks, how often, and where first. */
    private static void report(String profile, String path, ValidationResult result) {
        Map<String, Integer> count = new TreeMap<>();
        Map<String, String> first = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                count.merge(rule, 1, Integer::sum);
                first.putIfAbsent(rule, assertion.getMessage() + ", at " + assertion.getLocation().getContext());
            }
        }
        System.out.println("refused, " + profile + ": " + path);
        count.forEach((rule, times) -> System.out.println("    rule " + rule + ", " + times + " times: " + first.get(rule)));
    }
}
