using System.Globalization;
using Microsoft.Playwright;
using Schematic.E2E.Browser;
using Schematic.E2E.Pages;

namespace Schematic.E2E.Speed;

/// <summary>How long a person who edits one of many rules waits until the page says what they typed.</summary>
[Collection<FlagJourneys>]
public sealed class RuleTypingTests(Chromium chromium, FlagConsole console, ITestOutputHelper output)
{
    /// <summary>Anything, on a machine that does nothing else: what else it does is in the figures.</summary>
    private const string Variable = "SCHEMATIC_QUIET_MACHINE";

    private const int Rules = 100;

    private const int WarmUp = 40;
    private const int Keystrokes = 200;
    private const double Limit = 100;

    // From a letter to the frame in which the answer of the console, the rule's name or its sentence, is on the screen.
    private const string Type = $$"""
        ([label, answer, letter]) => new Promise(done => {
          {{Waits.WhenPainted}}
          const rule = document.querySelector(".rule-open");
          const field = label === "Name" ? rule.querySelector(".rule-fields input") : rule.querySelector(`.condition [aria-label="${label}"]`);
          const text = field.value.length > 30 ? letter : field.value + letter;
          const watch = new MutationObserver(() => {
            if (!rule.querySelector(answer).textContent.includes(label === "Name" ? text : `"${text}"`))
              return;
            watch.disconnect();
            whenPainted(started, done);
          });
          watch.observe(rule, { subtree: true, childList: true, characterData: true });
          const started = performance.now();
          field.value = text;
          field.dispatchEvent(new Event("input", { bubbles: true }));
        })
        """;

    [Fact]
    [Trait("Category", "Long")]
    public async Task What_is_typed_into_one_of_100_rules_is_answered_within_100_ms()
    {
        Assert.SkipWhen(
            string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)),
            $"{Variable} is not set. Set it on a machine with nothing else at work."
        );
        var id = await console.FlagAsync(
            "Measured",
            [
                .. Enumerable
                    .Range(1, Rules)
                    .Select(number => console.Rule($"Rule {number}", number, value: $"Plan {number}")),
            ]
        );
        await using var visitor = await console.VisitAsync(chromium);
        var flag = new FlagPage(visitor);
        await visitor.OpenAsync(console.AddressOf(id));
        await Assertions.Expect(flag.Names).ToHaveCountAsync(Rules);
        await flag.OpenRuleAsync("Rule 50");

        var name = await MeasureAsync(visitor, "Name", ".rule-name");
        var value = await MeasureAsync(visitor, "Value", ".rule-sentence");

        output.WriteLine($"The name of one of {Rules} rules: {name}");
        output.WriteLine($"A value of one of {Rules} rules: {value}");
        Assert.True(
            Math.Max(name.P95, value.P95) <= Limit,
            string.Create(
                CultureInfo.InvariantCulture,
                $"p95 is {name.P95:0} ms for a name and {value.P95:0} ms for a value; at most {Limit:0} ms are allowed."
            )
        );
        visitor.ExpectNoFaults();
    }

    private static Task<Waits> MeasureAsync(Visitor visitor, string label, string answer) =>
        Waits.MeasureAsync(
            WarmUp,
            Keystrokes,
            stroke =>
                visitor.Page.EvaluateAsync<double>(Type, new[] { label, answer, $"{(char)('a' + (stroke % 26))}" })
        );
}
