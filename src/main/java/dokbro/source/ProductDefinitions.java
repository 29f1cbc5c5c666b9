package dokbro.source;

import dokbro.api.Api;
import dokbro.api.ApiCall;
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
        return new MasterRecords(
                "machines",
                lists::machines,
                machine -> true,
                registers::forProducts,
                (run, id) -> smartdok.find(run.company(), "Machines/" + ApiCall.segment(id)),
                links);
    }

    @Bean
    MasterRecords goodsRecords(SmartDokLists lists, CostRegisters registers, SmartDokClient smartdok, Links links) {
        return new MasterRecords(
                "goods",
                lists::goods,
                goods -> true,
                registers::forProducts,
                (run, id) -> smartdok.find(run.company(), "Goods/" + ApiCall.segment(id)),
                links);
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
        return new EntityDefinition<>(
                products,
                records,
                new ProductMatch(products, word, lists, links),
                new NumberProbe(Api.POWEROFFICE, word, "Code", "Name", lists::products, links),
                new ListedInGo(poweroffice, PRODUCTS, lists::products));
    }
}
