using Bunit;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Members;
using Schematic.Dashboard.Credits.Accounts;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Credits.Accounts;

public sealed class CreditAccountPanelTests : PageContext
{
    private static readonly CreditAccountView Account = new(
        CreditSamples.Credit(),
        CreditSamples.Balance(480.5, 20),
        Lanes: [],
        Ended:
        [
            CreditSamples.Grant("bcgr_2", "Pro") with
            {
                QuantityUsed = 900,
                ZeroedOutReason = BillingCreditGrantZeroedOutReason.PlanPeriodReset,
                ZeroedOutDate = CreditSamples.Long,
            },
            CreditSamples.Grant("bcgr_3", "Start") with
            {
                QuantityUsed = 1000,
            },
        ],
        CreditSamples.Lease()
    );

    [Fact]
    public async Task Grants_that_have_ended_say_how_much_was_used_and_why_they_ended()
    {
        var panel = await RenderAsync();

        var ended = panel.FindAll("details .line-fact");
        Assert.StartsWith("900 of 1,000 tokens used; ", ended[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("1,000 of 1,000 tokens used", ended[1].TextContent);
        Assert.Equal("2 grants have ended", panel.Find("details summary").TextContent.Trim());
    }

    [Fact]
    public async Task Whoever_may_not_change_credits_sees_why_nothing_can_be_granted_or_released()
    {
        SignInAs(AccountMemberRole.Member, (Staging.Id, AccountMemberPermission.PlanBillingEdit));
        var panel = await RenderAsync();

        Assert.Equal(2, panel.FindAll("button[data-refused]").Count);
        Assert.All(
            panel.FindAll("button[data-refused]"),
            static button =>
                Assert.Equal(
                    "You may not change credits and grant them in \"Production\". An admin can permit it under Team.",
                    button.GetAttribute("title")
                )
        );
    }

    private async Task<IRenderedComponent<CreditAccountPanel>> RenderAsync()
    {
        await EnterAsync();
        return Render<CreditAccountPanel>(static builder =>
            builder
                .Add(static panel => panel.EnvironmentId, Production.Id)
                .Add(static panel => panel.Account, Account)
                .Add(static panel => panel.Grant, static _ => Assert.Fail("Nothing is granted."))
                .Add(static panel => panel.ZeroOut, static _ => Assert.Fail("Nothing is zeroed out."))
                .Add(static panel => panel.Release, static _ => Assert.Fail("Nothing is released."))
        );
    }
}
