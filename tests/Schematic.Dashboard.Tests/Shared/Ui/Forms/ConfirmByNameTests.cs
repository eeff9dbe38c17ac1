using System.Net;
using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Tests.Rendering;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Tests.Shared.Ui.Forms;

public sealed class ConfirmByNameTests : ConsoleContext
{
    private int _performed;
    private Func<Task> _perform = static () => Task.CompletedTask;
    private Task<bool> _answer = Task.FromResult(false);

    [Theory]
    [InlineData("Acme")]
    [InlineData("  Acme ")]
    public void The_name_opens_the_button(string typed)
    {
        var question = Ask("Acme");
        Assert.True(Submit(question).HasAttribute("disabled"));

        question.Find("form input").Input(typed);

        Assert.False(Submit(question).HasAttribute("disabled"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("acme")]
    [InlineData("Acm")]
    [InlineData("Acme Corp")]
    [InlineData("\u0410cme")]
    public void Anything_else_does_not(string typed)
    {
        var question = Ask("Acme");
        question.Find("form input").Input(typed);

        question.Find("form").Submit();

        Assert.True(Submit(question).HasAttribute("disabled"));
        Assert.Equal(0, _performed);
    }

    [Fact]
    public async Task It_says_what_goes_performs_once_and_closes()
    {
        var question = Ask("Acme");
        Assert.Equal("All of it.", question.Find(".dialog-text").TextContent);
        question.Find("form input").Input("Acme");

        question.Find("form").Submit();

        Assert.True(await AnswerAsync());
        Assert.Equal(1, _performed);
        question.WaitForAssertion(() => Assert.Empty(question.FindAll("form")));
    }

    [Fact]
    public async Task Clicking_twice_performs_once()
    {
        var performing = new TaskCompletionSource();
        _perform = () => performing.Task;
        var question = Ask("Acme");
        question.Find("form input").Input("Acme");

        question.Find("form").Submit();
        Assert.Equal("Deleting…", Submit(question).TextContent.Trim());
        question.Find("form").Submit();
        performing.SetResult();

        Assert.True(await AnswerAsync());
        Assert.Equal(1, _performed);
    }

    [Fact]
    public void A_refusal_is_shown_where_the_question_was()
    {
        _perform = static () =>
            Task.FromException(new GatewayException(HttpStatusCode.Conflict, "It is the last environment."));
        var question = Ask("Acme");
        question.Find("form input").Input("Acme");

        question.Find("form").Submit();

        Assert.Contains(
            "It is the last environment.",
            question.Find("[role=alert]").TextContent,
            StringComparison.Ordinal
        );
        Assert.False(_answer.IsCompleted);
    }

    [Fact]
    public async Task Cancel_performs_nothing()
    {
        var question = Ask("Acme");

        question.Find("form button[type=button]").Click();

        Assert.False(await AnswerAsync());
        Assert.Equal(0, _performed);
    }

    private IRenderedComponent<DialogHost> Ask(string name)
    {
        var dialogs = Render<DialogHost>();
        dialogs.InvokeAsync(() =>
        {
            _answer = Services
                .GetRequiredService<DialogService>()
                .ConfirmByNameAsync(
                    Confirmation.Delete(
                        "environment",
                        name,
                        static builder => builder.AddContent(0, "All of it."),
                        _ =>
                        {
                            _performed++;
                            return _perform();
                        }
                    )
                );
        });
        dialogs.WaitForElement("form");
        return dialogs;
    }

    private Task<bool> AnswerAsync() =>
        _answer.WaitAsync(TimeSpan.FromSeconds(10), Xunit.TestContext.Current.CancellationToken);

    private static IElement Submit(IRenderedComponent<DialogHost> question) => question.Find("button[type=submit]");
}
