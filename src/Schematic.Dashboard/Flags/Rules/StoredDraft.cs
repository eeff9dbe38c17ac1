using Schematic.Contracts.Flags;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>Unsaved rules of one flag.</summary>
internal sealed record StoredDraft
{
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>The state of the flag that was changed.</summary>
    public string? Tag { get; init; }

    public required IReadOnlyList<CreateOrUpdateRuleRequestBody> Rules { get; init; }
}
