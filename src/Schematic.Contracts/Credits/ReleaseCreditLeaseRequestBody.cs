namespace Schematic.Contracts.Credits;

/// <summary>Nothing: releasing a lease needs no input.</summary>
public sealed record ReleaseCreditLeaseRequestBody;
