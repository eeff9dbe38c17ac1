using Schematic.Contracts.Flags;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>Unsaved rules of one flag, as the browser stores them.</summary>
public sealed record StoredDraft
{
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary><c>ETag</c> of the flag that the draft is a change of.</summary>
    public string? Tag { get; init; }

    public required IReadOnlyList<CreateOrUpdateRuleRequestBody> Rules { get; init; }
}
