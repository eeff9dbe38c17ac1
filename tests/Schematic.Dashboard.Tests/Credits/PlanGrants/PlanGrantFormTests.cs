using System.Text.Json;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Credits.PlanGrants;

namespace Schematic.Dashboard.Tests.Credits.PlanGrants;

public sealed class PlanGrantFormTests
{
    [Fact]
    public void Credits_by_the_week_roll_nothing_over()
    {
        var form = PlanGrantForm.From(CreditSamples.PlanGrant());
        Assert.Equal(25, form.ToCreate("plan_pro").RolloverPercentage);

        form.ResetCadence = BillingPlanCreditGrantResetCadence.Weekly;

        Assert.Equal(0, form.ToCreate("plan_pro").RolloverPercentage);
    }

    [Fact]
    public void What_no_longer_applies_is_cleared_in_an_update()
    {
        var form = PlanGrantForm.From(CreditSamples.PlanGrant());
        form.Repeats = false;
        form.ExpiryType = BillingCreditExpiryType.Duration;
        var once = JsonSerializer.SerializeToElement(form.ToUpdate(), WireJson.Tolerant);
        form.Repeats = true;
        var again = JsonSerializer.SerializeToElement(form.ToUpdate(), WireJson.Tolerant);

        Assert.Equal(
            ("duration", 30L),
            (once.GetProperty("expiry_type").GetString(), Number(once, "expiry_unit_count"))
        );
        Assert.Equal(JsonValueKind.Null, again.GetProperty("expiry_type").ValueKind);
        Assert.Equal(JsonValueKind.Null, again.GetProperty("license_id").ValueKind);
        Assert.Equal(JsonValueKind.Null, again.GetProperty("auto_topup_amount").ValueKind);
    }

    [Fact]
    public void Top_up_has_one_threshold()
    {
        var form = new PlanGrantForm
        {
            CreditId = "bilcr_1",
            CreditAmount = "1,000",
            AutoTopupAvailability = BillingCreditAutoTopupAvailability.Automatic,
            AutoTopupAmount = "500",
            IsThresholdPercent = true,
        };

        var body = form.ToCreate("plan_pro");

        Assert.Equal((null, 10L), (body.AutoTopupThresholdCredits, body.AutoTopupThresholdPercent));
        Assert.Equal(BillingCreditExpiryType.NoExpiry, body.AutoTopupExpiryType);
    }

    [Theory]
    [InlineData("", "0", "CreditAmount")]
    [InlineData("10000000000", "0", "CreditAmount")]
    [InlineData("1", "101", "RolloverPercentage")]
    [InlineData("0", "100", null)]
    public void Amounts_have_the_limits_of_the_API(string amount, string percentage, string? member)
    {
        var form = new PlanGrantForm
        {
            CreditId = "bilcr_1",
            CreditAmount = amount,
            RolloverPercentage = percentage,
        };

        Assert.Equal(
            member is null ? [] : [member],
            form.Validate(new(form)).SelectMany(static problem => problem.MemberNames)
        );
    }

    [Fact]
    public void A_grant_for_each_license_needs_one()
    {
        var form = new PlanGrantForm
        {
            CreditId = "bilcr_1",
            CreditAmount = "5",
            IsPerLicense = true,
        };

        Assert.Equal(
            [nameof(PlanGrantForm.LicenseId)],
            form.Validate(new(form)).SelectMany(static problem => problem.MemberNames)
        );
    }

    private static long Number(JsonElement body, string member) => body.GetProperty(member).GetInt64();
}
