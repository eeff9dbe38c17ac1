using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Entities.Traits;

namespace Schematic.Dashboard.Entitlements.Overrides;

/// <summary>An override being entered. Members are named as on the wire, so that a refusal finds its field.</summary>
public sealed class OverrideForm : IValidatableObject
{
    private const string Day = "yyyy-MM-dd";
    private const string TimeOfDay = "HH:mm";

    [Required(ErrorMessage = "Choose the feature that this company is to have on its own terms.")]
    public string FeatureId { get; set; } = "";

    /// <summary>Null until a feature is chosen.</summary>
    public FeatureType? FeatureType { get; set; }

    public EntitlementValueType ValueType { get; set; } = EntitlementValueType.Numeric;

    public bool ValueBool { get; set; } = true;

    /// <summary>The limit as typed.</summary>
    public string ValueNumeric { get; set; } = "";

    public string ValueTraitId { get; set; } = "";

    public MetricPeriod MetricPeriod { get; set; } = MetricPeriod.CurrentMonth;

    public MetricPeriodMonthReset MetricPeriodMonthReset { get; set; } = MetricPeriodMonthReset.FirstOfMonth;

    /// <summary>Day on which the override ends, <c>yyyy-MM-dd</c> in UTC; empty if it stays.</summary>
    public string ExpirationDate { get; set; } = "";

    /// <summary>Time of that day, <c>HH:mm</c> in UTC; empty for midnight.</summary>
    public string ExpirationTime { get; set; } = "";

    [StringLength(4096, ErrorMessage = "Use at most 4,096 characters.")]
    public string Note { get; set; } = "";

    /// <summary>True if the value is a limit that is counted over a period.</summary>
    public bool HasPeriod =>
        FeatureType == Contracts.Features.FeatureType.Event
        && ValueType is EntitlementValueType.Numeric or EntitlementValueType.Trait;

    public DateTimeOffset? ExpiresAt =>
        DateTimeOffset.TryParseExact(
            $"{ExpirationDate} {(ExpirationTime.Length == 0 ? "00:00" : ExpirationTime)}",
            $"{Day} {TimeOfDay}",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? time
            : null;

    private long? Limit =>
        ValueType == EntitlementValueType.Numeric
        && long.TryParse(
            ValueNumeric,
            NumberStyles.AllowThousands | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out var limit
        )
            ? limit
            : null;

    private MetricPeriod? Period => HasPeriod ? MetricPeriod : null;

    private MetricPeriodMonthReset? MonthReset =>
        Period == Contracts.Events.MetricPeriod.CurrentMonth ? MetricPeriodMonthReset : null;

    public static OverrideForm From(CompanyOverrideResponseData own)
    {
        var form = new OverrideForm
        {
            FeatureId = own.FeatureId,
            FeatureType = own.Feature?.FeatureType,
            ValueType = own.ValueType,
            ValueBool = own.ValueBool ?? false,
            ValueNumeric = own.ValueNumeric?.ToString(CultureInfo.InvariantCulture) ?? "",
            ValueTraitId = own.ValueTraitId ?? "",
            MetricPeriod = own.MetricPeriod ?? Contracts.Events.MetricPeriod.AllTime,
            MetricPeriodMonthReset = own.MetricPeriodMonthReset ?? MetricPeriodMonthReset.FirstOfMonth,
        };
        form.EndAt(own.ExpirationDate);
        return form;
    }

    /// <summary>The kinds of value that a type of feature can have.</summary>
    public static IReadOnlyList<EntitlementValueType> ValueTypes(FeatureType? feature) =>
        feature == Contracts.Features.FeatureType.Boolean
            ? [EntitlementValueType.Boolean]
            : [EntitlementValueType.Numeric, EntitlementValueType.Unlimited, EntitlementValueType.Trait];

    /// <summary>Turns to another feature, with the first kind of value that fits it.</summary>
    public void Choose(string featureId, FeatureType? type)
    {
        (FeatureId, FeatureType) = (featureId, type);
        if (!ValueTypes(type).Contains(ValueType))
            ValueType = ValueTypes(type)[0];
    }

    /// <param name="time">Null for an override that stays.</param>
    public void EndAt(DateTimeOffset? time) =>
        (ExpirationDate, ExpirationTime) = time is { } end
            ? (
                end.UtcDateTime.ToString(Day, CultureInfo.InvariantCulture),
                end.UtcDateTime.ToString(TimeOfDay, CultureInfo.InvariantCulture)
            )
            : ("", "");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ValueType == EntitlementValueType.Numeric && Limit is null)
            yield return new("Enter the limit as a whole number of 0 or more.", [nameof(ValueNumeric)]);
        if (ValueType == EntitlementValueType.Trait && ValueTraitId.Length == 0)
            yield return new("Choose the trait that holds the limit.", [nameof(ValueTraitId)]);
        if (ExpirationDate.Length > 0 && ExpiresAt is null)
            yield return new("Enter a day, or leave it empty for an override that stays.", [nameof(ExpirationDate)]);
    }

    public CreateCompanyOverrideRequestBody ToCreate(string companyId) =>
        new()
        {
            CompanyId = companyId,
            FeatureId = FeatureId,
            ValueType = ValueType,
            ValueBool = ValueType == EntitlementValueType.Boolean ? ValueBool : null,
            ValueNumeric = Limit,
            ValueTraitId = ValueType == EntitlementValueType.Trait ? ValueTraitId : null,
            MetricPeriod = Period,
            MetricPeriodMonthReset = MonthReset,
            ExpirationDate = ExpiresAt,
            Note = NoteOrNull,
        };

    /// <summary>The override as it would be; null while something is missing, and for credits.</summary>
    public PreviewOverrideRequestBody? ToPreview() =>
        ValueType switch
        {
            EntitlementValueType.Numeric when Limit is null => null,
            EntitlementValueType.Trait when ValueTraitId.Length == 0 => null,
            EntitlementValueType.Credit or EntitlementValueType.Unknown => null,
            _ when FeatureId.Length == 0 || (ExpirationDate.Length > 0 && ExpiresAt is null) => null,
            _ => new()
            {
                FeatureId = FeatureId,
                ValueType = ValueType,
                ValueBool = ValueType == EntitlementValueType.Boolean ? ValueBool : null,
                ValueNumeric = Limit,
                ValueTraitId = ValueType == EntitlementValueType.Trait ? ValueTraitId : null,
                MetricPeriod = Period,
                MetricPeriodMonthReset = MonthReset,
                ExpirationDate = ExpiresAt,
            },
        };

    /// <summary>All terms that the form shows. Credits cannot be entered here: their terms stay.</summary>
    /// <param name="former">The time keeps its seconds unless the minute was changed.</param>
    public UpdateCompanyOverrideRequestBody ToUpdate(CompanyOverrideResponseData former)
    {
        var isKept = IsSameMinute(former.ExpirationDate);
        var body = new UpdateCompanyOverrideRequestBody { ValueType = ValueType, Note = NoteOrNull };
        if (!isKept)
            body = body with { ExpirationDate = new Optional<DateTimeOffset?>(ExpiresAt) };
        if (ValueType == EntitlementValueType.Credit)
            return body;
        return body with
        {
            ValueBool = new Optional<bool?>(ValueType == EntitlementValueType.Boolean ? ValueBool : null),
            ValueNumeric = new Optional<long?>(Limit),
            ValueTraitId = new Optional<string>(ValueType == EntitlementValueType.Trait ? ValueTraitId : null),
            MetricPeriod = new Optional<MetricPeriod?>(Period),
            MetricPeriodMonthReset = new Optional<MetricPeriodMonthReset?>(MonthReset),
        };
    }

    /// <summary>Value that the form holds so far, to be said in words.</summary>
    /// <param name="former">The override that is changed; it keeps its credits.</param>
    internal EntitlementValue ToValue(
        CompanyOverrideResponseData former,
        IReadOnlyList<EntityTraitDefinitionResponseData> traits
    )
    {
        var before = EntitlementValue.From(former);
        if (ValueType == EntitlementValueType.Credit)
            return before;
        return new()
        {
            Type = ValueType,
            Units = before.Units,
            IsOn = ValueBool,
            Limit = Limit,
            Trait =
                former.ValueTraitId == ValueTraitId ? before.Trait
                : traits.FirstOrDefault(trait => trait.Id == ValueTraitId) is { } trait
                    ? TraitPath.Dotted(trait.Hierarchy)
                : null,
            Period = Period,
            MonthReset = MonthReset,
        };
    }

    private string? NoteOrNull => string.IsNullOrWhiteSpace(Note) ? null : Note.Trim();

    private bool IsSameMinute(DateTimeOffset? former)
    {
        var before = new OverrideForm();
        before.EndAt(former);
        return before.ExpiresAt == ExpiresAt;
    }
}
