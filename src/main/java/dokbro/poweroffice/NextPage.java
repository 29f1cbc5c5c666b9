package dokbro.poweroffice;

import dokbro.api.Api;
import dokbro.api.ApiCall;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Go's {@code nextPageLink} as a call. The token goes with it, so it must lead to the company's own address and nowhere else. */
final class NextPage {

    private NextPage() {}

    /** @throws RecordFailure BAD_ANSWER for a link that leads elsewhere or cannot be read */
    static ApiCall of(ApiCall before, String link) {
        String base = before.company().poweroffice().url().replaceAll("/+$", "") + "/";
        try {
            URI uri = new URI(base + before.path()).resolve(new URI(link)).normalize();
            String target = address(uri) + uri.getRawPath();
            String own = address(new URI(base)) + new URI(base).getRawPath();
            // Go minds no case in addresses, so its links may differ from what was asked.
            if (!target.toLowerCase(Locale.ROOT).startsWith(own.toLowerCase(Locale.ROOT))) {
                throw bad(link);
            }
            String path = target.substring(own.length());
            return ApiCall.get(before.company(), path, query(uri.getRawQuery())).to(Api.POWEROFFICE);
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw bad(link);
        }
    }

    private static String address(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        if (raw != null && !raw.isEmpty()) {
            for (String one : raw.split("&")) {
                int equals = one.indexOf('=');
                String name = decoded(equals < 0 ? one : one.substring(0, equals));
                if (query.put(name, equals < 0 ? "" : decoded(one.substring(equals + 1))) != null) {
                    throw new IllegalArgumentException(name + " twice");
                }
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static RecordFailure bad(String link) {
        String shown = link.length() > 200 ? link.substring(0, 200) : link;
        return new RecordFailure(Reason.BAD_ANSWER, Api.POWEROFFICE, "a next page elsewhere: " + shown);
    }
}
