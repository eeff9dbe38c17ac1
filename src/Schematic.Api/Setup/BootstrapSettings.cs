using Schematic.Contracts.Environments;

namespace Schematic.Api.Setup;

/// <summary>What fills an empty store at its first start.</summary>
internal sealed record BootstrapSettings(
    string? AdminEmail,
    string? AdminPassword,
    IReadOnlyDictionary<EnvironmentType, string> ApiKeys,
    bool SampleData
)
{
    public bool IsEmpty => string.IsNullOrEmpty(AdminEmail) && ApiKeys.Count == 0 && !SampleData;
}
