package dokbro.entity.reference;

/** The registers of both systems, as read for one run. */
public record BothRegisters(SmartDokRegisters smartdok, GoRegisters go) {}
