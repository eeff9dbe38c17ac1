using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Environments;

/// <summary>Filter and page of <c>GET /environments</c> and its count.</summary>
public sealed record EnvironmentsQuery : Page
{
    /// <summary>Only environments with these ids, <c>env_…</c>, at most 100; null does not filter.</summary>
    [MaxLength(100)]
    public IReadOnlyList<string>? Ids { get; init; }
}
