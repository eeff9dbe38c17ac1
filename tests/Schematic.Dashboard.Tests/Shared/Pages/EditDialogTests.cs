using System.Net;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Plans;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Tests.Plans;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Shared.Pages;

/// <summary>A form in a dialog that changes what is stored, on the one of a plan's name.</summary>
public sealed class EditDialogTests : PageContext
{
    private const string Get = "GET /plans/plan_pro";
    private const string Save = "PUT /plans/plan_pro";
    private const string Shown = "\"shown\"";
    private const string Newer = "\"newer\"";

    private Task<PlanDetailResponseData?> _answer = Task.FromResult<PlanDetailResponseData?>(null);

    [Fact]
    public async Task Only_the_state_that_was_shown_is_changed()
    {
        Api.OnData(Save, Named("Pro+"));
        var dialogs = await OpenAsync(Shown);
        Name(dialogs).Change("Pro+");

        await dialogs.Find("form").SubmitAsync();

        Assert.Equal("Pro+", (await AnswerAsync())!.Name);
        Assert.Equal(Shown, Assert.Single(Asked(Save)).Headers["If-Match"]);
        Assert.Empty(Asked(Get));
    }

    [Fact]
    public async Task What_somebody_else_saved_stands_beside_what_was_typed_before_it_is_replaced()
    {
        Api.OnStale(Save, Named("Theirs"), Newer);
        var dialogs = await OpenAsync(Shown);
        Name(dialogs).Change("Mine");

        await dialogs.Find("form").SubmitAsync();

        dialogs.WaitForAssertion(() =>
            Assert.Equal(
                ["Pro", "Theirs", "Mine"],
                dialogs.FindAll(".stale dd").Select(static side => side.TextContent.Trim().Split(',')[0])
            )
        );
        Assert.Equal("Mine", Name(dialogs).GetAttribute("value"));
        Assert.Empty(dialogs.FindAll(".alert"));
        Assert.False(_answer.IsCompleted);

        Api.OnData(Save, Named("Mine"));
        Button(dialogs, "Save mine").Click();

        Assert.Equal("Mine", (await AnswerAsync())!.Name);
        Assert.Equal([Shown, Newer], Asked(Save).Select(static request => request.Headers["If-Match"]));
    }

    [Fact]
    public async Task Giving_way_fills_the_form_with_theirs_and_sends_nothing()
    {
        Api.OnStale(Save, Named("Theirs"), Newer);
        var dialogs = await OpenAsync(Shown);
        Name(dialogs).Change("Mine");
        await dialogs.Find("form").SubmitAsync();
        dialogs.WaitForAssertion(() => Button(dialogs, "Keep theirs"));

        Button(dialogs, "Keep theirs").Click();

        Assert.Equal("Theirs", Name(dialogs).GetAttribute("value"));
        Assert.Empty(dialogs.FindAll(".stale"));
        Assert.Single(Asked(Save));
    }

    [Fact]
    public async Task Theirs_is_not_overruled_by_what_would_be_refused()
    {
        Api.OnStale(Save, Named("Theirs"), Newer);
        var dialogs = await OpenAsync(Shown);
        Name(dialogs).Change("Mine");
        await dialogs.Find("form").SubmitAsync();
        dialogs.WaitForAssertion(() => Button(dialogs, "Save mine"));
        Name(dialogs).Change("");

        Button(dialogs, "Save mine").Click();

        dialogs.WaitForAssertion(() => dialogs.Find(".field-error"));
        Assert.Single(Asked(Save));
    }

    [Fact]
    public async Task A_change_of_something_else_is_no_conflict()
    {
        Api.On(
            Save,
            request =>
                request.Headers["If-Match"] == Newer
                    ? FakeApi.Data(Named("Mine"))
                    : FakeApi.Stale(PlanSamples.Plan(), Newer)
        );
        var dialogs = await OpenAsync(Shown);
        Name(dialogs).Change("Mine");

        await dialogs.Find("form").SubmitAsync();

        Assert.Equal("Mine", (await AnswerAsync())!.Name);
    }

    [Fact]
    public async Task What_comes_from_a_list_is_read_for_its_state_and_shown_as_it_is_now()
    {
        Api.OnData(Get, Named("Theirs"), Newer).OnData(Save, Named("Mine"));
        var dialogs = await OpenAsync(null);
        dialogs.WaitForAssertion(() => Assert.Equal("Theirs", Name(dialogs).GetAttribute("value")));
        Assert.Empty(dialogs.FindAll(".stale"));
        Name(dialogs).Change("Mine");

        await dialogs.Find("form").SubmitAsync();

        Assert.NotNull(await AnswerAsync());
        Assert.Equal(Newer, Assert.Single(Asked(Save)).Headers["If-Match"]);
    }

    [Fact]
    public async Task Of_an_API_without_states_what_is_stored_is_looked_at_right_before()
    {
        Api.OnData(Get, PlanSamples.Plan()).OnData(Save, Named("Mine"));
        var dialogs = await OpenAsync(null);
        Name(dialogs).Change("Mine");
        Api.OnData(Get, Named("Theirs"));

        await dialogs.Find("form").SubmitAsync();

        dialogs.WaitForAssertion(() => Button(dialogs, "Save mine"));
        Assert.Empty(Asked(Save));
        Button(dialogs, "Save mine").Click();
        Assert.NotNull(await AnswerAsync());
    }

    [Fact]
    public async Task Without_the_state_nothing_is_saved()
    {
        Api.OnError(Get, HttpStatusCode.InternalServerError, "The store is away.");
        var dialogs = await OpenAsync(null);
        Name(dialogs).Change("Mine");

        await dialogs.Find("form").SubmitAsync();

        dialogs.WaitForAssertion(() =>
            Assert.Contains("The store is away.", dialogs.Find(".alert").TextContent, StringComparison.Ordinal)
        );
        Assert.Equal("Mine", Name(dialogs).GetAttribute("value"));
        Assert.Empty(Asked(Save));
    }

    private static PlanDetailResponseData Named(string name) => PlanSamples.Plan(name: name);

    private static AngleSharp.Dom.IElement Name(IRenderedComponent<DialogHost> dialogs) => Input(dialogs, "Name");

    private async Task<IRenderedComponent<DialogHost>> OpenAsync(string? tag)
    {
        await EnterAsync();
        var dialogs = RenderDialogs();
        await dialogs.InvokeAsync(() =>
        {
            _answer = Services
                .GetRequiredService<DialogService>()
                .OpenFormAsync<EditPlanDialog, PlanDetailResponseData>(
                    "Edit",
                    new() { [nameof(EditPlanDialog.Plan)] = PlanSamples.Plan(), [nameof(EditPlanDialog.Tag)] = tag }
                );
        });
        dialogs.WaitForElement("form");
        return dialogs;
    }

    private Task<PlanDetailResponseData?> AnswerAsync() =>
        _answer.WaitAsync(TimeSpan.FromSeconds(10), Xunit.TestContext.Current.CancellationToken);
}
