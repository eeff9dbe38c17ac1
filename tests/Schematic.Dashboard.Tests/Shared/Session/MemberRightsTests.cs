using System.Net;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Contracts.Members;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Tests.Shared.Session;

public sealed class MemberRightsTests : PageContext
{
    private const string Reason =
        "You may not change companies and their plans in \"Production\". An admin can permit it under Team.";

    private int _clicks;

    [Fact]
    public async Task Whoever_may_has_buttons_and_links_as_they_are()
    {
        SignInAs(AccountMemberRole.Member, (Production.Id, AccountMemberPermission.CompaniesEdit));
        var part = await RenderAsync();

        await part.Find("button").ClickAsync(new());

        Assert.Equal(1, _clicks);
        Assert.Equal("/elsewhere", part.Find("a").GetAttribute("href"));
        Assert.Empty(part.FindAll("[aria-disabled]"));
    }

    [Fact]
    public async Task A_button_that_may_not_be_pressed_says_why_and_does_nothing()
    {
        SignInAs(AccountMemberRole.Member, (Staging.Id, AccountMemberPermission.CompaniesEdit));
        var part = await RenderAsync();
        var button = part.Find("button");

        await button.ClickAsync(new());

        Assert.Equal(("true", Reason), (button.GetAttribute("aria-disabled"), button.GetAttribute("title")));
        Assert.Equal(0, _clicks);
        Assert.Equal(Reason, Assert.Single(Toaster.Toasts).Text);
    }

    [Fact]
    public async Task A_link_that_may_not_be_followed_leads_nowhere_and_can_be_reached()
    {
        SignInAs(AccountMemberRole.Member);
        var link = (await RenderAsync()).Find("a");

        await link.KeyDownAsync(new KeyboardEventArgs { Key = "Tab" });
        Assert.Empty(Toaster.Toasts);
        await link.KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });

        Assert.False(link.HasAttribute("href"));
        Assert.Equal(("link", "0"), (link.GetAttribute("role"), link.GetAttribute("tabindex")));
        Assert.Equal(Reason, Assert.Single(Toaster.Toasts).Text);
    }

    [Fact]
    public async Task What_all_environments_share_is_refused_without_naming_one()
    {
        SignInAs(AccountMemberRole.Member);
        await EnterAsync();

        var rights = Services.GetRequiredService<MemberRights>();

        Assert.Equal(
            "You may not change flags. An admin can permit it under Team.",
            rights.Refusal(AccountMemberPermission.FlagsEdit)
        );
    }

    [Fact]
    public async Task Whoever_was_given_the_right_meanwhile_sees_the_page_anew()
    {
        SignInAs(AccountMemberRole.Member);
        var part = await RenderAsync();
        SignInAs(AccountMemberRole.Admin);

        await part.Find("button").ClickAsync(new());

        Assert.Empty(Toaster.Toasts);
        Assert.True(Services.GetRequiredService<BunitNavigationManager>().History.First().Options.ForceLoad);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_no_other_reason()
    {
        SignInAs(AccountMemberRole.Member);
        var part = await RenderAsync();
        Api.OnError("GET /console/sessions/current", HttpStatusCode.ServiceUnavailable, "The store is away.");

        await part.Find("button").ClickAsync(new());

        Assert.Equal(Reason, Assert.Single(Toaster.Toasts).Text);
    }

    private async Task<IRenderedComponent<IComponent>> RenderAsync()
    {
        await EnterAsync();
        var rights = Services.GetRequiredService<MemberRights>();
        return Render(builder => Draw(builder, rights));
    }

    private void Draw(RenderTreeBuilder builder, MemberRights rights)
    {
        builder.OpenElement(0, "button");
        builder.AddAttribute(1, "onclick", EventCallback.Factory.Create(this, () => _clicks++));
        builder.AddMultipleAttributes(2, Present(rights.Button(AccountMemberPermission.CompaniesEdit)));
        builder.CloseElement();
        builder.OpenElement(3, "a");
        builder.AddAttribute(4, "href", "/elsewhere");
        builder.AddMultipleAttributes(5, Present(rights.Link(AccountMemberPermission.CompaniesEdit)));
        builder.CloseElement();
    }

    // As the compiler of pages casts them.
    private static IEnumerable<KeyValuePair<string, object>>? Present(
        IEnumerable<KeyValuePair<string, object?>>? some
    ) => some!;
}
