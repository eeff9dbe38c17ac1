using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Credits;

namespace Schematic.Contracts.Entitlements;

/// <summary>A company's use of a feature: its limit, its usage and their price.</summary>
public sealed record FeatureCompanyResponseData : FeatureUsageResponseData
{
    /// <summary>Has what is set.</summary>
    [JsonConstructor]
    public FeatureCompanyResponseData() { }

    /// <summary>Says of a company what is said of its feature.</summary>
    [SetsRequiredMembers]
    public FeatureCompanyResponseData(FeatureUsageResponseData usage)
        : base(usage) { }

    /// <summary>The company that uses the feature.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CompanyDetailResponseData? Company { get; init; }

    /// <summary>Credits that usage has cost; left out unless usage draws credits.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CreditUsage? CreditUsage { get; init; }
}
