using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Tests.Shared.Ui.Forms;

public sealed class DialogHostTests : PageContext
{
    private DialogService Dialogs => Services.GetRequiredService<DialogService>();

    [Fact]
    public async Task A_question_is_answered_by_its_buttons()
    {
        var host = RenderDialogs();
        var answer = await AskAsync(host);

        Assert.Equal("Discard the draft?", host.Find("h2").TextContent);
        Assert.Equal(host.Find("h2").Id, host.Find("[role=alertdialog]").GetAttribute("aria-labelledby"));
        Assert.Contains(
            host.Find("p").TextContent,
            host.Find($"#{host.Find("[role=alertdialog]").GetAttribute("aria-describedby")}").TextContent,
            StringComparison.Ordinal
        );
        Button(host, "Discard").Click();

        Assert.True(await answer);
        Assert.Empty(host.FindAll("[role=alertdialog]"));
    }

    [Fact]
    public async Task The_cross_and_Esc_which_presses_it_are_no()
    {
        var host = RenderDialogs();
        var answer = await AskAsync(host);

        host.Find("[data-dialog-close]").Click();

        Assert.False(await answer);
    }

    [Fact]
    public async Task One_above_another_is_closed_first()
    {
        var host = RenderDialogs();
        var (first, second) = (await AskAsync(host), await AskAsync(host));

        host.FindAll("[data-dialog-close]")[^1].Click();

        Assert.False(await second);
        Assert.False(first.IsCompleted);
        Assert.Single(host.FindAll("[role=alertdialog]"));
    }

    [Fact]
    public async Task Another_address_closes_all()
    {
        var host = RenderDialogs();
        var (first, second) = (await AskAsync(host), await AskAsync(host));

        await host.InvokeAsync(() => Navigation.NavigateTo("/elsewhere"));

        var answers = await Task.WhenAll(first, second);
        Assert.Equal([false, false], answers);
        host.WaitForAssertion(() => Assert.Empty(host.FindAll("[role=alertdialog]")));
    }

    [Fact]
    public async Task What_breaks_within_is_said_there()
    {
        var host = RenderDialogs();
        await host.InvokeAsync(() =>
        {
            _ = Dialogs.OpenAsync(
                new("Broken", static _ => throw new InvalidOperationException("A defect."), Width: 400)
            );
        });

        host.WaitForAssertion(() => Assert.NotEmpty(host.FindAll(".dialog-body [role=alert]")));
        Assert.Equal("Broken", host.Find("h2").TextContent);
    }

    [Fact]
    public void Closing_what_is_not_open_does_nothing() => Dialogs.Close();

    private async Task<Task<bool>> AskAsync(IRenderedComponent<DialogHost> host)
    {
        Task<bool> answer = Task.FromResult(false);
        await host.InvokeAsync(() =>
        {
            answer = Dialogs.AskAsync("Discard the draft?", "It is lost.", "Discard", "Keep it");
        });
        return answer;
    }
}
