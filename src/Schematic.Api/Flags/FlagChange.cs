using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Flags;

/// <summary>What a flag becomes, told by its own operations or by those of its feature.</summary>
internal sealed record FlagChange(
    string Key,
    string Name,
    string Description,
    FlagType FlagType,
    bool DefaultValue,
    Optional<string> MaintainerId
);
