namespace Schematic.Contracts.Wire;

/// <summary>The body of every refusal: one sentence a person can act on.</summary>
public sealed record ApiError
{
    public required string Error { get; init; }
}
