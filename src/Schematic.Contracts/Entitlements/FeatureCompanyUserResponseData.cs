using System.Text.Json.Serialization;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Users;

namespace Schematic.Contracts.Entitlements;

/// <summary>A user's use of a feature, through a company.</summary>
public sealed record FeatureCompanyUserResponseData
{
    /// <summary>True if a further use is allowed.</summary>
    public required bool Access { get; init; }

    /// <summary>Limit of usage; null if it is unlimited.</summary>
    public long? Allocation { get; init; }

    /// <summary>Kind of value that limits usage.</summary>
    public required EntitlementValueType AllocationType { get; init; }

    /// <summary>The company that uses the feature.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CompanyDetailResponseData? Company { get; init; }

    /// <summary>Id of the entitlement or override.</summary>
    public required string EntitlementId { get; init; }

    /// <summary>Source of the entitlement.</summary>
    public required EntitlementType EntitlementType { get; init; }

    /// <summary>The feature that is used.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FeatureDetailResponseData? Feature { get; init; }

    /// <summary>Time at which the count restarts, in UTC; null if it never does.</summary>
    public DateTimeOffset? MetricResetAt { get; init; }

    /// <summary>Start of a monthly period; null unless the period is a month.</summary>
    public MetricPeriodMonthReset? MonthReset { get; init; }

    /// <summary>Period over which usage is counted; null if it is not counted by period.</summary>
    public MetricPeriod? Period { get; init; }

    /// <summary>The plan that gives the limit; left out if none does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlanResponseData? Plan { get; init; }

    /// <summary>Usage so far; null if it is not measured.</summary>
    public long? Usage { get; init; }

    /// <summary>The user who uses the feature.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UserResponseData? User { get; init; }
}
