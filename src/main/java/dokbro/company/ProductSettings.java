package dokbro.company;

/**
 * The keys of section 5 that stand under {@code machines} and {@code goods}.
 *
 * @param create whether products are made that Go does not have; machines always are with {@code master: smartdok}
 * @param prefix put before the number to make the product's code; never null
 * @param group code of the product group in Go of products that are made; null for Go's default
 */
public record ProductSettings(boolean create, String prefix, String group) {}
