using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Flags;

/// <summary>Filter and page of <c>GET /unknown-flags</c> and its count.</summary>
public sealed record UnknownFlagsQuery : Page
{
    /// <summary>Only keys that contain this text, at most 512 characters; null does not filter.</summary>
    [StringLength(512)]
    public string? Q { get; init; }
}
