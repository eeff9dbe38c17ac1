using System.Net;
using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Radzen;
using Schematic.Dashboard.Shared.Ui;
using Schematic.Dashboard.Tests.Setup;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Tests.Shared.Ui;

public sealed class ConfirmByNameTests : ConsoleContext
{
    private readonly List<object?> _closedWith = [];
    private int _performed;
    private Func<Task> _perform = static () => Task.CompletedTask;

    [Theory]
    [InlineData("Acme")]
    [InlineData("  Acme ")]
    public void The_name_opens_the_button(string typed)
    {
        var question = Ask("Acme");
        Assert.True(Submit(question).HasAttribute("disabled"));

        question.Find("input").Input(typed);

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
        question.Find("input").Input(typed);

        question.Find("form").Submit();

        Assert.True(Submit(question).HasAttribute("disabled"));
        Assert.Equal(0, _performed);
    }

    [Fact]
    public void It_performs_once_and_closes()
    {
        var question = Ask("Acme");
        question.Find("input").Input("Acme");

        question.Find("form").Submit();

        Assert.Equal(1, _performed);
        Assert.Equal([true], _closedWith);
    }

    [Fact]
    public void Clicking_twice_performs_once()
    {
        var answer = new TaskCompletionSource();
        _perform = () => answer.Task;
        var question = Ask("Acme");
        question.Find("input").Input("Acme");

        question.Find("form").Submit();
        Assert.Equal("Deleting…", Submit(question).TextContent.Trim());
        question.Find("form").Submit();
        answer.SetResult();

        question.WaitForAssertion(() => Assert.Equal([true], _closedWith));
        Assert.Equal(1, _performed);
    }

    [Fact]
    public void A_refusal_is_shown_where_the_question_was()
    {
        _perform = static () => Task.FromException(new GatewayException(HttpStatusCode.Conflict, "It is the last environment."));
        var question = Ask("Acme");
        question.Find("input").Input("Acme");

        question.Find("form").Submit();

        Assert.Contains("It is the last environment.", question.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(_closedWith);
    }

    [Fact]
    public void Cancel_performs_nothing()
    {
        Ask("Acme").Find("button[type=button]").Click();

        Assert.Equal([false], _closedWith);
        Assert.Equal(0, _performed);
    }

    private IRenderedComponent<ConfirmByName> Ask(string name)
    {
        Services.GetRequiredService<DialogService>().OnClose += result => _closedWith.Add((object?)result);
        return Render<ConfirmByName>(parameters => parameters
            .Add(static part => part.Name, name)
            .Add(static part => part.Action, "Delete environment")
            .Add(static part => part.BusyText, "Deleting…")
            .Add(static part => part.Consequences, "<p>All of it.</p>")
            .Add(static part => part.Perform, _ =>
            {
                _performed++;
                return _perform();
            }));
    }

    private static IElement Submit(IRenderedComponent<ConfirmByName> question) => question.Find("button[type=submit]");
}
