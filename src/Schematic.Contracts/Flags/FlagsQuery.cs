using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Flags;

/// <summary>Filters and page of <c>GET /flags</c> and its count; null does not filter.</summary>
public sealed record FlagsQuery : Page
{
    /// <summary>Only the flag of this feature, <c>feat_…</c>.</summary>
    public string? FeatureId { get; init; }

    /// <summary>Only flags with these ids, <c>flag_…</c>, at most 100.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>Only flags whose name, key or id contains this text, at most 512 characters.</summary>
    [StringLength(512)]
    public string? Q { get; init; }
}
