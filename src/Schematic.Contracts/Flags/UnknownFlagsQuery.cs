using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Flags;

public sealed record UnknownFlagsQuery : Page
{
    /// <summary>Part of the key.</summary>
    [StringLength(512)]
    public string? Q { get; init; }
}
