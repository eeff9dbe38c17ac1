using System.Net;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.ApiKeys;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Tests.Shared;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.ApiKeys;

public sealed class ApiKeysPageTests : PageContext
{
    private const string List = "GET /api-keys";
    private const string Count = "GET /api-keys/count";
    private const string Create = "POST /api-keys";
    private const string Secret = "sch_prod_only_once";

    [Fact]
    public async Task While_loading_the_page_shows_its_shape()
    {
        Api.OnSilence(List).OnSilence(Count);
        var page = await OpenAsync();

        Assert.NotEmpty(page.FindAll(".grid-skeleton"));
        Assert.Empty(page.FindAll(".state"));
    }

    [Fact]
    public async Task A_failure_says_why_and_can_be_tried_again()
    {
        Api.OnError(List, HttpStatusCode.Forbidden, "Only admins manage API keys.")
            .OnError(Count, HttpStatusCode.Forbidden, "Only admins manage API keys.");
        var page = await OpenAsync();
        page.WaitForAssertion(() =>
            Assert.Contains(
                "Only admins manage API keys.",
                page.Find("[role=alert]").TextContent,
                StringComparison.Ordinal
            )
        );
        Assert.DoesNotContain("No API keys", page.Markup, StringComparison.Ordinal);

        Answer(ApiKeySamples.Key());
        Button(page, "Try again").Click();

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
    }

    [Fact]
    public async Task An_environment_without_keys_says_so_and_shows_the_way_to_the_others()
    {
        Answer();
        var page = await OpenAsync();

        page.WaitForAssertion(() =>
            Assert.Contains("No API keys in Production", page.Find(".state").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal(
            DashboardUrls.ApiKeys(Production.Id, new ApiKeysListQuery { IsOfAllEnvironments = true }),
            page.Find(".state a").GetAttribute("href")
        );
    }

    [Fact]
    public async Task A_row_says_what_the_key_is_and_may_do()
    {
        Answer(
            ApiKeySamples.Key("api_1", "Billing", Production) with
            {
                Description = "Nightly",
                Scopes = [ApiKeyScope.Capture, ApiKeyScope.Read],
                LastUsedAt = Clock.GetUtcNow().AddHours(-2),
                RateLimitPercent = 25,
            },
            ApiKeySamples.Key("api_2", "Reports", Staging) with
            {
                Readonly = true,
                Scopes = [ApiKeyScope.Read],
            },
            ApiKeySamples.Key("api_3", "Everywhere")
        );
        var page = await OpenAsync(new ApiKeysListQuery { IsOfAllEnvironments = true });

        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("tbody tr:not(.grid-skeleton)").Count));
        Assert.Equal(
            [
                "Billing Nightly | api_1 | Production | Read Capture 25% of limit | 2 hours ago | 1 day ago",
                "Reports | api_2 | Try-outs Staging | Read-only | Never | 1 day ago",
                "Everywhere | api_3 | All environments | Admin | Never | 1 day ago",
            ],
            page.FindAll("tbody tr")
                .Select(static row => string.Join(" | ", row.Children.SkipLast(1).Select(static cell => Words(cell))))
        );
        Assert.Contains("1–3 of 3", page.Find(".pager").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "env_production")]
    [InlineData(true, null)]
    public async Task The_address_decides_whose_keys_are_listed(bool all, string? environmentId)
    {
        Answer(ApiKeySamples.Key());
        var page = await OpenAsync(new ApiKeysListQuery { IsOfAllEnvironments = all });

        Assert.Single(Asked(List));
        Assert.All(
            Asked(List).Concat(Asked(Count)),
            request =>
                Assert.Equal(
                    environmentId,
                    request.Parameters.FirstOrDefault(static parameter => parameter.Name == "environment_id").Value
                )
        );
        Assert.Equal(all ? "All keys" : "This environment", page.Find(".tab[aria-current=page]").TextContent.Trim());
    }

    [Fact]
    public async Task The_secret_is_shown_once_and_nowhere_but_in_its_dialog()
    {
        var (page, dialogs) = await OpenWithDialogsAsync();
        Button(page, "New API key").Click();
        Input(dialogs, "Name").Change("Billing");
        dialogs.Find("form").Submit();
        dialogs.WaitForAssertion(() =>
            Assert.Contains(Secret, dialogs.Find("code").TextContent, StringComparison.Ordinal)
        );

        Assert.Equal(
            $"curl {FakeApi.BaseAddress}whoami -H \"X-Schematic-Api-Key: {Secret}\"",
            dialogs.FindAll("code")[1].TextContent
        );
        Assert.DoesNotContain(Secret, page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, Navigation.Uri, StringComparison.Ordinal);

        Button(dialogs, "I have stored it").Click();

        page.WaitForAssertion(() => Assert.Single(Toaster.Toasts));
        Assert.DoesNotContain(Secret, Toaster.Toasts[0].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, dialogs.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_but_the_word_that_it_is_stored_closes_the_secret()
    {
        var dialogs = RenderDialogs();
        await EnterAsync();
        var service = Services.GetRequiredService<DialogService>();
        await dialogs.InvokeAsync(() =>
        {
            _ = ApiKeySecret.ShowAsync(service, ApiKeySamples.Created(Secret, null));
        });

        dialogs.WaitForAssertion(() => Assert.NotEmpty(dialogs.FindAll("[role=dialog]")));
        Assert.Empty(dialogs.FindAll("[data-dialog-close]"));

        var before = Navigation.Uri;
        await dialogs.InvokeAsync(() => Navigation.NavigateTo(DashboardUrls.Users(Production.Id)));
        dialogs.WaitForAssertion(() =>
            Assert.Contains("Confirm first that you have stored the key", dialogs.Markup, StringComparison.Ordinal)
        );
        Assert.Equal(before, Navigation.Uri);
        Assert.Contains(Secret, dialogs.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_only_key_is_asked_for_without_the_right_to_write_and_says_why()
    {
        var (page, dialogs) = await OpenWithDialogsAsync();
        Button(page, "New API key").Click();
        Input(dialogs, "Name").Change("Reports");
        dialogs.Find("input[type=checkbox]").Change(true);

        Assert.Equal(4, dialogs.FindAll("fieldset input[disabled]").Count);
        Assert.Contains(
            "A read-only key changes nothing.",
            dialogs.Find("fieldset").TextContent,
            StringComparison.Ordinal
        );
        dialogs.Find("form").Submit();

        dialogs.WaitForAssertion(() => Assert.Single(Asked(Create)));
        var body = Asked(Create)[0].Body!;
        Assert.Contains("\"readonly\":true", body, StringComparison.Ordinal);
        Assert.Contains("\"scopes\":[\"read\"]", body, StringComparison.Ordinal);
        Assert.Contains("\"environment_id\":\"env_production\"", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_without_a_scope_is_not_sent()
    {
        var (page, dialogs) = await OpenWithDialogsAsync();
        Button(page, "New API key").Click();
        Input(dialogs, "Name").Change("Nothing");
        for (var scope = 0; scope < 3; scope++)
            dialogs.FindAll("fieldset input")[scope].Change(false);

        dialogs.Find("form").Submit();

        dialogs.WaitForAssertion(() =>
            Assert.Contains("Choose at least one scope.", dialogs.Markup, StringComparison.Ordinal)
        );
        Assert.Empty(Asked(Create));
    }

    [Fact]
    public async Task Revoking_says_when_the_key_was_last_used_and_wants_its_name()
    {
        Api.OnData("DELETE /api-keys/api_1", new DeleteResponse { Deleted = true });
        var (page, dialogs) = await OpenWithDialogsAsync(
            ApiKeySamples.Key() with
            {
                LastUsedAt = Clock.GetUtcNow().AddMinutes(-5),
            }
        );
        Button(page, "Revoke Billing").Click();

        var text = dialogs.WaitForElement(".dialog-text").TextContent;
        Assert.Contains("stop working at once", text, StringComparison.Ordinal);
        Assert.Contains("5 minutes ago", text, StringComparison.Ordinal);
        dialogs.Find("form input").Input("Billing");
        dialogs.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Equal("Billing was revoked.", Assert.Single(Toaster.Toasts).Text));
        Assert.Single(Asked("DELETE /api-keys/api_1"));
        page.WaitForAssertion(() => Assert.Equal(2, Asked(List).Count));
    }

    [Fact]
    public async Task Clearing_the_rate_limit_is_sent_as_null()
    {
        Api.OnData("PUT /api-keys/api_1", ApiKeySamples.Key());
        var (page, dialogs) = await OpenWithDialogsAsync(ApiKeySamples.Key() with { RateLimitPercent = 25 });
        Button(page, "Edit Billing").Click();
        Input(dialogs, "Rate limit").Change("");
        dialogs.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Single(Toaster.Toasts));
        Assert.Contains(
            "\"rate_limit_percent\":null",
            Assert.Single(Asked("PUT /api-keys/api_1")).Body!,
            StringComparison.Ordinal
        );
    }

    private Task<IRenderedComponent<ApiKeysPage>> OpenAsync(ApiKeysListQuery? query = null) =>
        OpenAsync<ApiKeysPage>(DashboardUrls.ApiKeys(Production.Id, query));

    private async Task<(
        IRenderedComponent<ApiKeysPage> Page,
        IRenderedComponent<DialogHost> Dialogs
    )> OpenWithDialogsAsync(params IReadOnlyList<ApiKeyResponseData> keys)
    {
        Answer(keys);
        Api.On(
            Create,
            static _ => FakeApi.Data(ApiKeySamples.Created(Secret, "env_production"), HttpStatusCode.Created)
        );
        var dialogs = RenderDialogs();
        var page = await OpenAsync();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".grid-skeleton")));
        return (page, dialogs);
    }

    private void Answer(params IReadOnlyList<ApiKeyResponseData> keys) =>
        Api.OnData(List, keys).OnData(Count, new CountResponse { Count = keys.Count });
}
