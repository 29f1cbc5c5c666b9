package dokbro.source;

import dokbro.entity.products.Products;
import dokbro.link.Links;
import dokbro.poweroffice.PowerOfficeClient;
import dokbro.run.EntityDefinition;
import dokbro.run.EntitySteps;
import dokbro.smartdok.SmartDokClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Machines and goods of SmartDok, which become products in Go. */
@Configuration
class ProductDefinitions {

    private static final String PRODUCTS = "Products";

    @Bean
    EntitySteps<?> machines() {
        return new EntitySteps<>(Products.ofMachines());
    }

    @Bean
    EntitySteps<?> goods() {
        return new EntitySteps<>(Products.ofGoods());
    }

    @Bean
    MasterRecords machineRecords(SmartDokLists lists, CostRegisters registers, SmartDokClient smartdok, Links links) {
        return new MasterRecords("machines", SmartDokTargets.machines(smartdok, lists), registers::forProducts, links);
    }

    @Bean
    MasterRecords goodsRecords(SmartDokLists lists, CostRegisters registers, SmartDokClient smartdok, Links links) {
        return new MasterRecords("goods", SmartDokTargets.goods(smartdok, lists), registers::forProducts, links);
    }

    @Bean
    EntityDefinition<?> machineDefinition(
            MasterRecords machineRecords, PowerOfficeLists lists, PowerOfficeClient poweroffice, Links links) {
        return definition(Products.ofMachines(), machineRecords, "maskin", lists, poweroffice, links);
    }

    @Bean
    EntityDefinition<?> goodsDefinition(
            MasterRecords goodsRecords, PowerOfficeLists lists, PowerOfficeClient poweroffice, Links links) {
        return definition(Products.ofGoods(), goodsRecords, "vare", lists, poweroffice, links);
    }

    private static EntityDefinition<?> definition(
            Products products,
            MasterRecords records,
            String word,
            PowerOfficeLists lists,
            PowerOfficeClient poweroffice,
            Links links) {
        PowerOfficeTargets targets = new PowerOfficeTargets(poweroffice, PRODUCTS, lists::products);
        return new EntityDefinition<>(
                products,
                records,
                new ProductMatch(products, word, lists, links),
                new MasterProbe(MasterKind.goProduct(word), targets, links),
                targets);
    }
}
