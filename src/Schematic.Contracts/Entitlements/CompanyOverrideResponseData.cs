using System.Text.Json.Serialization;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;

namespace Schematic.Contracts.Entitlements;

public sealed record CompanyOverrideResponseData
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CompanyDetailResponseData? Company { get; init; }

    public required string CompanyId { get; init; }

    public double? ConsumptionRate { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string EnvironmentId { get; init; }

    public DateTimeOffset? ExpirationDate { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeatureResponseData? Feature { get; init; }

    public required string FeatureId { get; init; }

    public required string Id { get; init; }

    public MetricPeriod? MetricPeriod { get; init; }

    public MetricPeriodMonthReset? MetricPeriodMonthReset { get; init; }

    public required IReadOnlyList<CompanyOverrideNoteResponseData> Notes { get; init; }

    public string? RuleId { get; init; }

    public string? RuleIdUsageExceeded { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public bool? ValueBool { get; init; }

    public long? ValueNumeric { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EntityTraitDefinitionResponseData? ValueTrait { get; init; }

    public string? ValueTraitId { get; init; }

    public required EntitlementValueType ValueType { get; init; }
}
