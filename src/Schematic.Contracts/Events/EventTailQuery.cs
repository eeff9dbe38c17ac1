using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Events;

/// <summary>Inputs of <c>GET /events/tail</c>, an addition to the published API.</summary>
public sealed record EventTailQuery : IQuery
{
    /// <summary>The <c>cursor</c> of the answer before; null for events from now on.</summary>
    [StringLength(64)]
    public string? After { get; init; }
}
