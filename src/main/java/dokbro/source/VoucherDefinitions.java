package dokbro.source;

import dokbro.deadletter.DeadLetters;
import dokbro.entity.vouchers.CostKind;
import dokbro.entity.vouchers.CostVouchers;
import dokbro.link.Links;
import dokbro.run.EntityDefinition;
import dokbro.run.EntitySteps;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Machine hours and consumption of goods, which become vouchers in Go. */
@Configuration
class VoucherDefinitions {

    @Bean
    EntitySteps<?> machineHourVouchers() {
        return new EntitySteps<>(new CostVouchers(CostKind.MACHINE_HOURS));
    }

    @Bean
    EntitySteps<?> consumptionVouchers() {
        return new EntitySteps<>(new CostVouchers(CostKind.GOODS_CONSUMPTION));
    }

    @Bean
    CostGroups machineHourGroups(
            MachineHours rows, CostRegisters registers, Links links, DeadLetters deadLetters, Clock clock) {
        return new CostGroups(rows, registers, links, deadLetters, clock);
    }

    @Bean
    CostGroups consumptionGroups(
            Consumption rows, CostRegisters registers, Links links, DeadLetters deadLetters, Clock clock) {
        return new CostGroups(rows, registers, links, deadLetters, clock);
    }

    @Bean
    EntityDefinition<?> machineHoursDefinition(
            CostGroups machineHourGroups, VoucherProbe probe, VoucherTargets targets) {
        return new EntityDefinition<>(
                new CostVouchers(CostKind.MACHINE_HOURS), machineHourGroups, null, probe, targets);
    }

    @Bean
    EntityDefinition<?> consumptionDefinition(
            CostGroups consumptionGroups, VoucherProbe probe, VoucherTargets targets) {
        return new EntityDefinition<>(
                new CostVouchers(CostKind.GOODS_CONSUMPTION), consumptionGroups, null, probe, targets);
    }
}
