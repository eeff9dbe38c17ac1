using System.Text.Json.Serialization;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Users;

namespace Schematic.Contracts.Features;

public sealed record FeatureCompanyUserResponseData
{
    public required bool Access { get; init; }

    public long? Allocation { get; init; }

    public required EntitlementValueType AllocationType { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CompanyDetailResponseData? Company { get; init; }

    public required string EntitlementId { get; init; }

    public required EntitlementType EntitlementType { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeatureDetailResponseData? Feature { get; init; }

    public DateTimeOffset? MetricResetAt { get; init; }

    public MetricPeriodMonthReset? MonthReset { get; init; }

    public MetricPeriod? Period { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlanResponseData? Plan { get; init; }

    public long? Usage { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UserResponseData? User { get; init; }
}
