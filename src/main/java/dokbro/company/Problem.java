package dokbro.company;

/**
 * Something wrong in a company file, told so that the person who wrote the file can put it right. Never holds a secret.
 *
 * @param file the file's name, without its folder
 * @param line counted from 1; 0 where no line is to blame, such as an unreadable file
 * @param key the full path of the key, {@code entities.work-hours.cron}; empty where no key is to blame
 * @param message what is wrong, in English, without file, line and key
 */
public record Problem(String file, int line, String key, String message) {

    /** One line for logs: {@code nordbygg.yaml:12: smartdok.url: is required}. */
    @Override
    public String toString() {
        String place = line > 0 ? file + ":" + line : file;
        return place + ": " + (key.isEmpty() ? "" : key + ": ") + message;
    }
}
