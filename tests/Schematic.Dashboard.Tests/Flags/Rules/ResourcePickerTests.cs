using System.Globalization;
using System.Net;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Flags.Rules;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Tests.Companies;
using Schematic.Dashboard.Tests.Rendering;
using Schematic.Dashboard.Tests.Shared;

namespace Schematic.Dashboard.Tests.Flags.Rules;

public sealed class ResourcePickerTests : PageContext
{
    private readonly RuleVocabulary _vocabulary = new();

    public ResourcePickerTests()
    {
        _vocabulary.LearnName("comp_1", "Acme");
        Api.OnData<IReadOnlyList<CompanyDetailResponseData>>(
                "GET /companies",
                [CompanySamples.Company("comp_1"), CompanySamples.Company("comp_2", "Beta")]
            )
            .OnData<IReadOnlyList<EntityKeyDefinitionResponseData>>(
                "GET /entity-key-definitions",
                [CompanySamples.KeyDefinition("domain")]
            )
            .OnError("GET /companies/lookup", HttpStatusCode.NotFound, "None.");
    }

    [Fact]
    public async Task What_is_chosen_stands_above_by_name()
    {
        var (dialog, _) = await OpenAsync(ConditionType.Company, "comp_1", "comp_9");

        Assert.Equal(["Acme", "comp_9"], Tokens(dialog));
        Assert.Equal("2 chosen", dialog.Find(".picked-count").TextContent);
    }

    [Fact]
    public async Task One_company_after_the_other_is_chosen_from_the_search()
    {
        var (dialog, result) = await OpenAsync(ConditionType.Company, "comp_1");
        dialog.WaitForAssertion(() => Assert.Equal(2, dialog.FindAll(".picker input").Count));
        Assert.True(dialog.FindAll(".picker input")[0].HasAttribute("checked"));

        dialog.FindAll(".picker input")[1].Change(true);
        dialog.FindAll(".picker input")[0].Change(false);
        Assert.Equal(["Beta"], Tokens(dialog));
        await Button(dialog, "Done").ClickAsync();

        Assert.Equal(["comp_2"], await result);
        Assert.Equal("Beta", _vocabulary.NameOf("comp_2"));
    }

    [Fact]
    public async Task A_search_that_fails_can_be_tried_again()
    {
        Api.OnError("GET /companies", HttpStatusCode.InternalServerError, "The store is away.");
        var (dialog, _) = await OpenAsync(ConditionType.Company);
        dialog.WaitForAssertion(() => Button(dialog, "Try again"));

        Api.OnData<IReadOnlyList<CompanyDetailResponseData>>("GET /companies", []);
        Button(dialog, "Try again").Click();

        dialog.WaitForAssertion(() =>
            Assert.Contains("No company matches", dialog.Find(".picker").TextContent, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Removing_one_moves_the_focus_to_the_list()
    {
        var (dialog, _) = await OpenAsync(ConditionType.Company, "comp_1");

        var list = dialog.Find(".picked").ReferenceId();

        await Button(dialog, "Remove Acme").ClickAsync();

        Assert.Equal("None chosen yet", dialog.Find(".picked-count").TextContent);
        Assert.Equal(list, JSInterop.LastFocus());
    }

    [Fact]
    public async Task Plans_are_chosen_by_their_ids_alone()
    {
        var (dialog, result) = await OpenAsync(ConditionType.Plan);
        Assert.Empty(dialog.FindAll(".picker"));

        dialog.Find("#paste-ids").Input("plan_1\nplan_2");
        await Button(dialog, "Done").ClickAsync();

        Assert.Equal(["plan_1", "plan_2"], await result);
        Assert.DoesNotContain(Api.Requests, static request => request.Path == "/companies");
    }

    [Fact]
    public async Task What_is_not_found_stays_in_the_field_and_the_dialog_open()
    {
        var (dialog, result) = await OpenAsync(ConditionType.Company);

        dialog.Find("#paste-ids").Input("nosuch.com");
        await Button(dialog, "Done").ClickAsync();

        dialog.WaitForAssertion(() =>
            Assert.Equal(
                "0 added. 1 not found: they are still in the field.",
                dialog.Find(".field-help[role=status]").TextContent
            )
        );
        Assert.Equal("nosuch.com", dialog.Find("#paste-ids").GetAttribute("value"));
        Assert.False(result.IsCompleted);
        await Button(dialog, "Done").ClickAsync();
        Assert.Empty((await result)!);
    }

    [Fact]
    public async Task A_failed_look_up_keeps_what_was_pasted()
    {
        Api.OnError("GET /companies/lookup", HttpStatusCode.ServiceUnavailable, "The database is away.");
        var (dialog, _) = await OpenAsync(ConditionType.Company);

        dialog.Find("#paste-ids").Input("acme.com");
        await Button(dialog, "Add pasted").ClickAsync();

        dialog.WaitForAssertion(() =>
            Assert.Equal("The database is away.", dialog.Find(".field-help[role=status]").TextContent)
        );
        Assert.Equal("acme.com", dialog.Find("#paste-ids").GetAttribute("value"));
    }

    [Fact]
    public async Task More_than_the_api_takes_are_not_chosen()
    {
        string[] many = [.. Enumerable.Range(1, 999).Select(static number => $"plan_{number}")];
        var (dialog, result) = await OpenAsync(ConditionType.Plan, many);
        Assert.Equal(("999 chosen", "and 959 more"), (Count(dialog), dialog.Find(".picked-list .muted").TextContent));

        dialog.Find("#paste-ids").Input("plan_1000, plan_1001");
        await Button(dialog, "Add pasted").ClickAsync();

        Assert.Equal("At most 1,000 can be chosen.", dialog.Find(".field-help[role=status]").TextContent);
        Assert.Equal("1,000 chosen", Count(dialog));
        await Button(dialog, "Done").ClickAsync();
        Assert.Equal(
            string.Create(CultureInfo.InvariantCulture, $"plan_{ChosenIds.Max}"),
            Assert.IsAssignableFrom<IReadOnlyList<string>>(await result)[^1]
        );
    }

    [Fact]
    public async Task Cancelling_chooses_nothing()
    {
        var (dialog, result) = await OpenAsync(ConditionType.Plan, "plan_1");

        await Button(dialog, "Remove plan_1").ClickAsync();
        await Button(dialog, "Cancel").ClickAsync();

        Assert.Null(await result);
    }

    private static string Count(IRenderedComponent<DialogHost> dialog) => dialog.Find(".picked-count").TextContent;

    private static IEnumerable<string> Tokens(IRenderedComponent<DialogHost> dialog) =>
        dialog.FindAll(".token-text").Select(static token => token.TextContent);

    private async Task<(IRenderedComponent<DialogHost> Dialog, Task<IReadOnlyList<string>?> Result)> OpenAsync(
        ConditionType type,
        params string[] chosen
    )
    {
        await EnterAsync();
        var dialogs = RenderDialogs();
        Task<IReadOnlyList<string>?> result = default!;
        await dialogs.InvokeAsync(() =>
        {
            result = Services
                .GetRequiredService<DialogService>()
                .OpenFormAsync<ResourcePicker, IReadOnlyList<string>>(
                    "Choose",
                    new()
                    {
                        [nameof(ResourcePicker.Type)] = type,
                        [nameof(ResourcePicker.Chosen)] = (IReadOnlyList<string>)chosen,
                        [nameof(ResourcePicker.Vocabulary)] = _vocabulary,
                    }
                );
        });
        dialogs.WaitForAssertion(() => dialogs.Find("#paste-ids"));
        return (dialogs, result);
    }
}
