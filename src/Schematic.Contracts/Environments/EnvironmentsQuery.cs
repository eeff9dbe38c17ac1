using Schematic.Contracts.Wire;

namespace Schematic.Contracts.Environments;

public sealed record EnvironmentsQuery : Page
{
    public IReadOnlyList<string>? Ids { get; init; }
}
