import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
 * Judges PDFs by veraPDF's rules: Judge UNTAGGED.pdf PROFILES FILE... A folder stands for all that is in it. The first
 * file must be refused by every profile, so that a judge who agrees to everything is found out. Exit status 0 where all others pass, 1 where one does not, 2 where
 * nothing could be judged.
 */
public final class Judge {
    private static final int REFUSED = 1;
    private static final int NOT_JUDGED = 2;

    public static void main(String[] arguments) {
        VeraGreenfieldFoundryProvider.initialise();
        int status = 0;
        try {
            List<File> files = files(Arrays.copyOfRange(arguments, 2, arguments.length));
            for (String profile : arguments[1].split(",")) {
                status = Math.max(status, judge(profile, new File(arguments[0]), files));
            }
        } catch (Exception fault) {
            System.err.println("judge: " + fault);
            status = NOT_JUDGED;
        }
        System.exit(status);
    }

    private static List<File> files(String[] paths) {
        List<File> files = new ArrayList<>();
        for (String path : paths) {
            File[] within = new File(path).listFiles();
            files.addAll(within == null ? List.of(new File(path)) : Arrays.asList(within));
        }
        return files;
    }

    private static int judge(String profile, File untagged, List<File> files) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.fromString(profile);
        if (flavour == PDFAFlavour.NO_FLAVOUR) {
            System.err.println("judge: there is no profile " + profile);
            return NOT_JUDGED;
        }
        if (verdict(flavour, untagged).isCompliant()) {
            System.err.println("judge: " + profile + " passes a file that it must refuse: " + untagged);
            return NOT_JUDGED;
        }
        int passed = 0;
        for (File file : files) {
            ValidationResult result = verdict(flavour, file);
            if (result.isCompliant()) {
                passed++;
            } else {
                report(profile, file, result);
            }
        }
        System.out.printf("veraPDF, %s: %d of %d files pass%n", profile, passed, files.size());
        return passed == files.size() && passed > 0 ? 0 : REFUSED;
    }

    private static ValidationResult verdict(PDFAFlavour flavour, File file) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser);
        }
    }

    /** Prints each rule that a file breaks, how often, and where first. */
    private static void report(String profile, File file, ValidationResult result) {
        Map<String, Integer> count = new TreeMap<>();
        Map<String, String> first = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                count.merge(rule, 1, Integer::sum);
                first.putIfAbsent(rule, assertion.getMessage() + ", at " + assertion.getLocation().getContext());
            }
        }
        System.out.println("refused, " + profile + ": " + file);
        count.forEach((rule, times) -> System.out.println("    rule " + rule + ", " + times + " times: " + first.get(rule)));
    }
}
