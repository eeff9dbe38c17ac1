using System.Net;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Contracts.Features;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Tests.Flags;
using Schematic.Testing.Http;

namespace Schematic.Dashboard.Tests.Shared.Pages;

/// <summary>A form in a dialog, on one that has nothing of its own.</summary>
public sealed class FormDialogTests : PageContext
{
    private const string Save = "PUT /features/feat_1";

    private Task<FeatureDetailResponseData?> _answer = Task.FromResult<FeatureDetailResponseData?>(null);

    [Fact]
    public async Task What_was_entered_is_sent_and_the_answer_comes_back()
    {
        Api.OnData(Save, FlagSamples.Feature("feat_1", "Seats"));
        var dialogs = await OpenAsync("Calls");
        Assert.Equal("Calls", Input(dialogs, "Name").GetAttribute("value"));

        await Input(dialogs, "Name").ChangeAsync(new() { Value = " Seats " });
        await dialogs.Find("form").SubmitAsync();

        Assert.Equal("Seats", (await AnswerAsync())!.Name);
        Assert.Contains("\"name\":\"Seats\"", Assert.Single(Asked(Save)).Body!, StringComparison.Ordinal);
        dialogs.WaitForAssertion(() => Assert.Empty(dialogs.FindAll("form")));
    }

    [Fact]
    public async Task Saving_twice_sends_once()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        Api.On(Save, (_, _) => answer.Task);
        var dialogs = await OpenAsync("Calls");

        var first = dialogs.Find("form").SubmitAsync();
        Assert.Equal("Saving it…", dialogs.Find("button[type=submit]").TextContent.Trim());
        var second = dialogs.Find("form").SubmitAsync();
        answer.SetResult(FakeApi.Data(FlagSamples.Feature("feat_1", "Calls")));
        await Task.WhenAll(first, second);

        Assert.NotNull(await AnswerAsync());
        Assert.Single(Asked(Save));
    }

    [Fact]
    public async Task A_mistake_is_said_beside_its_field_and_nothing_is_sent()
    {
        var dialogs = await OpenAsync("");

        await dialogs.Find("form").SubmitAsync();

        Assert.Equal("Name the feature as your customers know it.", dialogs.Find(".field-error").TextContent);
        Assert.Empty(Asked(Save));
        Assert.False(_answer.IsCompleted);
    }

    [Fact]
    public async Task A_refusal_is_shown_in_the_form_and_keeps_what_was_entered()
    {
        Api.OnError(Save, HttpStatusCode.Conflict, "Somebody else has changed it.");
        var dialogs = await OpenAsync("Calls");

        await dialogs.Find("form").SubmitAsync();

        Assert.Contains(
            "Somebody else has changed it.",
            dialogs.Find("[role=alert]").TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("Calls", Input(dialogs, "Name").GetAttribute("value"));
        Assert.False(_answer.IsCompleted);
    }

    [Fact]
    public async Task Cancel_answers_nothing()
    {
        var dialogs = await OpenAsync("Calls");

        Button(dialogs, "Cancel").Click();

        Assert.Null(await AnswerAsync());
        Assert.Empty(Asked(Save));
    }

    private async Task<IRenderedComponent<DialogHost>> OpenAsync(string name)
    {
        await EnterAsync();
        var dialogs = RenderDialogs();
        await dialogs.InvokeAsync(() =>
        {
            _answer = Services
                .GetRequiredService<DialogService>()
                .OpenFormAsync<SampleDialog, FeatureDetailResponseData>(
                    "Edit",
                    new() { [nameof(SampleDialog.Name)] = name }
                );
        });
        dialogs.WaitForElement("form");
        return dialogs;
    }

    private Task<FeatureDetailResponseData?> AnswerAsync() =>
        _answer.WaitAsync(TimeSpan.FromSeconds(10), Xunit.TestContext.Current.CancellationToken);
}
