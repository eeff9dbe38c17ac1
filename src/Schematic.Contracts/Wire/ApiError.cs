namespace Schematic.Contracts.Wire;

/// <summary>Body of every refusal.</summary>
public sealed record ApiError
{
    /// <summary>One sentence, meant for people, that names the next step.</summary>
    public required string Error { get; init; }
}
