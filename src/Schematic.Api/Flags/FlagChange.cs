using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Flags;

/// <summary>New values of a flag, from the endpoints of flags or of features.</summary>
internal sealed record FlagChange(
    string Key,
    string Name,
    string Description,
    FlagType FlagType,
    bool DefaultValue,
    Optional<string> MaintainerId
);
