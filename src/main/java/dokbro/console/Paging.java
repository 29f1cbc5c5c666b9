package dokbro.console;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;

/**
 * Which page of a list is wanted.
 *
 * @param page counted from 0; 0 where it is left out
 * @param size 50 where it is left out
 */
record Paging(
        @Schema(defaultValue = "0") @Min(value = 0, message = "must be 0 or more")
        Integer page,

        @Schema(defaultValue = "50")
        @Min(value = 1, message = "must be from 1 to 200")
        @Max(value = 200, message = "must be from 1 to 200")
        Integer size) {

    static final List<String> PARAMETERS = List.of("page", "size");

    Paging {
        page = page == null ? 0 : page;
        size = size == null ? 50 : size;
    }

    /** The page of a list that is at hand whole. */
    <T> Page<T> of(List<T> all) {
        long from = Math.min(all.size(), (long) page * size);
        long to = Math.min(all.size(), from + size);
        return page(all.subList((int) from, (int) to), all.size());
    }

    <T> Page<T> page(List<T> items, long total) {
        return new Page<>(items, page, size, total);
    }

    /**
     * A page of a list.
     *
     * @param total of all pages
     */
    record Page<T>(List<T> items, int page, int size, long total) {}
}
