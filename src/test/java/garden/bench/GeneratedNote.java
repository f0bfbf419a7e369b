package garden.bench;

import java.util.SplittableRandom;

/**
 * One note of a generated garden: about 250 words whose frequencies follow Zipf's law, as do the notes that it links to, so that a few have
 * most of the backlinks.
 *
 * @param number from 0
 */
public record GeneratedNote(GeneratedGarden garden, int number) {

    private static final int WORDS = 20_000;
    private static final int TAGS = 300;
    private static final int PARAGRAPHS = 6;
    private static final int SENTENCES = 3;
    private static final String[] SYLLABLES = {
        "ba", "co", "di", "fu", "ge", "ha", "in", "jo", "ka", "le", "mi", "no", "or", "pa", "qui", "ra", "si", "to",
        "ur", "ve"
    };

    /** The file's name without suffix: two words and the number, which makes it the only one. */
    public String name() {
        SplittableRandom random = random(1);
        return word(random) + " " + word(random) + " " + number;
    }

    /** Where it is, relative to the repository. */
    public String path() {
        if (number % 2 == 1) {
            return "log/" + name() + ".md";
        }
        SplittableRandom random = random(2);
        String folder = "area-" + zipf(random, 40) + "/topic-" + zipf(random, 25);
        return (number % 8 == 0 ? folder + "/deep" : folder) + "/" + name() + ".md";
    }

    /** What it says. */
    public String text() {
        SplittableRandom random = random(3);
        StringBuilder text = new StringBuilder(2_048);
        appendFrontMatter(text, random);
        for (int i = 0; i < PARAGRAPHS; i++) {
            if (i % 2 == 0) {
                text.append("## ")
                        .append(capital(word(random)))
                        .append(' ')
                        .append(word(random))
                        .append("\n\n");
            }
            appendParagraph(text, random, i);
        }
        if (number % 16 == 5) {
            text.append("```java\nint answer = ").append(number).append(";\n```\n");
        }
        return text.toString();
    }

    /** What it said before its first edit: the same, and not yet all. */
    String firstText() {
        String text = text();
        boolean isEditedLater = number % 40 == 7 || number % 40 == 27;
        return isEditedLater ? text.substring(0, text.indexOf("\n\n", text.length() / 2)) + "\n" : text;
    }

    private void appendFrontMatter(StringBuilder text, SplittableRandom random) {
        text.append("---\ntags: [");
        int tags = 1 + random.nextInt(3);
        for (int i = 0; i < tags; i++) {
            int tag = zipf(random, TAGS);
            text.append(i == 0 ? "" : ", ")
                    .append(tag % 3 == 0 ? "kind/t" : "t")
                    .append(tag);
        }
        text.append("]\n");
        if (number % 3 == 0) {
            text.append("title: ").append(capital(name())).append('\n');
        }
        if (number % 7 == 0) {
            text.append("aliases: [alias of ").append(number).append("]\n");
        }
        text.append("---\n\n");
    }

    private void appendParagraph(StringBuilder text, SplittableRandom random, int paragraph) {
        boolean isList = paragraph == 3 && number % 4 == 0;
        for (int i = 0; i < SENTENCES; i++) {
            text.append(isList ? "- " : "").append(capital(word(random)));
            int words = 8 + random.nextInt(10);
            for (int j = 0; j < words; j++) {
                text.append(' ').append(word(random));
            }
            if (random.nextInt(4) == 0) {
                appendLink(text.append(" see "), random);
            }
            text.append(isList ? ".\n" : ". ");
        }
        text.append("\n\n");
    }

    private void appendLink(StringBuilder text, SplittableRandom random) {
        GeneratedNote target = garden.note(zipf(random, garden.notes()));
        switch (random.nextInt(20)) {
            case 0 -> text.append("[[missing ").append(random.nextInt(1_000)).append("]]");
            case 1, 2, 3 -> text.append("[[").append(target.name()).append("|this]]");
            case 4 -> text.append("[that](</").append(target.path()).append(">)");
            default -> text.append("[[").append(target.name()).append("]]");
        }
    }

    private SplittableRandom random(int use) {
        return new SplittableRandom((garden.seed() * 31 + number) * 31 + use);
    }

    private static String word(SplittableRandom random) {
        int rank = zipf(random, WORDS);
        StringBuilder word = new StringBuilder();
        for (int rest = rank + 1; rest > 0; rest /= SYLLABLES.length) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        return word.toString();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** From 0 up to {@code size}, exclusive; each as often as the inverse of its rank says. The same on every machine. */
    private static int zipf(SplittableRandom random, int size) {
        return (int) StrictMath.exp(random.nextDouble() * StrictMath.log(size + 1.0)) - 1;
    }
}
