using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Environments;

public sealed record EnvironmentsQuery : Page
{
    [MaxLength(100)]
    public IReadOnlyList<string>? Ids { get; init; }
}
