package dokbro.source;

import dokbro.entity.customers.Customers;
import dokbro.entity.invoices.InvoiceBasis;
import dokbro.poweroffice.PowerOfficeClient;
import dokbro.run.EntityDefinition;
import dokbro.run.EntitySteps;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Invoice bases and the customers that they need. */
@Configuration
class InvoiceDefinitions {

    @Bean
    EntitySteps<?> customers() {
        return new EntitySteps<>(new Customers());
    }

    @Bean
    EntityDefinition<?> customerDefinition(
            SmartDokCustomers smartDokCustomers,
            CustomerMatches customerMatches,
            PowerOfficeClient poweroffice,
            PowerOfficeLists lists) {
        return new EntityDefinition<>(
                new Customers(),
                smartDokCustomers,
                customerMatches,
                new ReferenceProbe(poweroffice, "Customers", Map.of(), "CU"),
                new PowerOfficeTargets(poweroffice, "Customers", lists::customers));
    }

    @Bean
    EntitySteps<?> invoiceBasis() {
        return new EntitySteps<>(new InvoiceBasis());
    }

    @Bean
    EntityDefinition<?> invoiceBasisDefinition(
            InvoiceBases invoiceBases, SalesOrders salesOrders, PowerOfficeClient poweroffice) {
        return new EntityDefinition<>(
                new InvoiceBasis(), invoiceBases, null, new SalesOrderProbe(poweroffice), salesOrders);
    }
}
