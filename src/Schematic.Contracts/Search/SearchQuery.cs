using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Search;

/// <summary>Inputs of <c>GET /search</c>, an addition to the published API.</summary>
public sealed record SearchQuery : IQuery
{
    /// <summary>True to find only what an id or key names exactly; null or false finds parts of texts, too.</summary>
    public bool? Exact { get; init; }

    /// <summary>Only companies and users whose key of this name has that value; null takes any key.</summary>
    [StringLength(255)]
    public string? Key { get; init; }

    /// <summary>Number of results of each kind that are no exact match, 1 to 20; null returns 5.</summary>
    [Range(1, 20)]
    public int? Limit { get; init; }

    /// <summary>An id, the value of a key, or part of a name, 1 to 512 characters.</summary>
    [StringLength(512, MinimumLength = 1)]
    public required string Q { get; init; }
}
