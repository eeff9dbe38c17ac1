using System.ComponentModel.DataAnnotations;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Dashboard.Entitlements.Overrides;

namespace Schematic.Dashboard.Tests.Entitlements.Overrides;

public sealed class OverrideFormTests
{
    private static readonly DateTimeOffset End = new(2026, 12, 24, 18, 30, 12, 345, TimeSpan.Zero);

    [Fact]
    public void Only_what_belongs_to_the_value_is_sent()
    {
        var form = new OverrideForm
        {
            ValueNumeric = "1,500",
            ValueTraitId = "trdf_left_behind",
            Note = "  why  ",
        };
        form.Choose("feat_calls", FeatureType.Event);
        form.EndAt(End);

        var body = form.ToCreate("comp_1");

        Assert.Equal(
            new CreateCompanyOverrideRequestBody
            {
                CompanyId = "comp_1",
                FeatureId = "feat_calls",
                ValueType = EntitlementValueType.Numeric,
                ValueNumeric = 1_500,
                MetricPeriod = MetricPeriod.CurrentMonth,
                MetricPeriodMonthReset = MetricPeriodMonthReset.FirstOfMonth,
                ExpirationDate = new DateTimeOffset(2026, 12, 24, 18, 30, 0, TimeSpan.Zero),
                Note = "why",
            },
            body
        );
    }

    [Fact]
    public void A_trait_feature_has_no_period_and_a_boolean_one_nothing_but_its_value()
    {
        var form = new OverrideForm { ValueNumeric = "5" };
        form.Choose("feat_seats", FeatureType.Trait);
        Assert.Null(form.ToCreate("comp_1").MetricPeriod);

        form.Choose("feat_sso", FeatureType.Boolean);
        form.ValueBool = false;
        var body = form.ToCreate("comp_1");

        Assert.Equal(
            (EntitlementValueType.Boolean, false, null, null),
            (body.ValueType, body.ValueBool, body.ValueNumeric, body.MetricPeriod)
        );
    }

    [Theory]
    [InlineData("", "Enter the limit as a whole number of 0 or more.")]
    [InlineData("-1", "Enter the limit as a whole number of 0 or more.")]
    [InlineData("1.5", "Enter the limit as a whole number of 0 or more.")]
    [InlineData("99999999999999999999", "Enter the limit as a whole number of 0 or more.")]
    [InlineData("0", null)]
    [InlineData("9223372036854775807", null)]
    public void A_limit_is_a_whole_number(string typed, string? refusal)
    {
        var form = new OverrideForm { FeatureId = "feat_calls", ValueNumeric = typed };

        Assert.Equal(refusal is null ? [] : [refusal], Refusals(form));
    }

    [Fact]
    public void A_trait_has_to_be_chosen_and_a_day_to_be_one()
    {
        var form = new OverrideForm
        {
            FeatureId = "feat_calls",
            ValueType = EntitlementValueType.Trait,
            ExpirationDate = "2026-02-31",
        };

        Assert.Equal(
            ["Choose the trait that holds the limit.", "Enter a day, or leave it empty for an override that stays."],
            Refusals(form)
        );
    }

    [Fact]
    public void Saving_without_a_change_of_the_end_keeps_its_seconds()
    {
        var own = UsageSamples.Override(60, End);

        var body = OverrideForm.From(own).ToUpdate(own);

        Assert.False(body.ExpirationDate.IsSet);
        Assert.Equal(60, body.ValueNumeric.Value);
    }

    [Fact]
    public void An_end_that_is_taken_away_is_sent_as_none()
    {
        var own = UsageSamples.Override(60, End);
        var form = OverrideForm.From(own);
        form.EndAt(null);

        var body = form.ToUpdate(own);

        Assert.Equal((true, null), (body.ExpirationDate.IsSet, body.ExpirationDate.Value));
    }

    [Fact]
    public void Credits_keep_their_terms()
    {
        var own = EntitlementSamples.Override(type: EntitlementValueType.Credit) with { ConsumptionRate = 5 };
        var form = OverrideForm.From(own);
        form.Note = "still wanted";

        var body = form.ToUpdate(own);

        Assert.Equal(
            (EntitlementValueType.Credit, "still wanted", false, false),
            (body.ValueType, body.Note, body.CreditConsumptionRate.IsSet, body.MetricPeriod.IsSet)
        );
    }

    [Fact]
    public void A_limit_without_a_period_counts_all_time()
    {
        var form = OverrideForm.From(UsageSamples.Override(60));

        Assert.Equal(MetricPeriod.AllTime, form.MetricPeriod);
        Assert.Equal(MetricPeriod.AllTime, form.ToUpdate(UsageSamples.Override(60)).MetricPeriod.Value);
    }

    private static IReadOnlyList<string?> Refusals(OverrideForm form)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(form, new ValidationContext(form), results, validateAllProperties: true);
        return [.. results.Select(static result => result.ErrorMessage)];
    }
}
