using System.Text.Json;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Plans;

/// <summary>Reads and writes the warning thresholds of an entitlement, which are stored as one JSON document.</summary>
internal static class WarningTiers
{
    public const string None = "[]";

    public static IReadOnlyList<WarningTierResponseData> Read(string stored) =>
        stored == None
            ? []
            : JsonSerializer.Deserialize<IReadOnlyList<WarningTierResponseData>>(stored, WireJson.Tolerant)!;

    public static string Write(IReadOnlyList<WarningTierResponseData> tiers) =>
        tiers.Count == 0 ? None : JsonSerializer.Serialize(tiers, WireJson.Strict);
}
