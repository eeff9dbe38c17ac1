using Microsoft.Playwright;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.E2E.Browser;
using Schematic.E2E.Pages;

namespace Schematic.E2E.Journeys;

/// <summary>From an empty flag to an answer that says why.</summary>
[Collection<FlagJourneys>]
public sealed class FlagRulesTests(Chromium chromium, FlagConsole console)
{
    [Fact]
    public async Task A_flag_of_three_rules_is_built_saved_and_explained_without_a_mouse()
    {
        var id = await console.FlagAsync("Audit log");
        await using var visitor = await console.VisitAsync(chromium);
        var (flag, keyboard) = (new FlagPage(visitor), visitor.Page.Keyboard);
        await visitor.OpenAsync(console.AddressOf(id));

        await BuildBigCustomersAsync(visitor, flag);
        await BuildStartersAsync(visitor, flag);
        await BuildNeverGlobexAsync(visitor, flag);
        await Assertions.Expect(flag.Names).ToHaveTextAsync(["Big customers", "Starters", "Never Globex"]);

        // The button that was pressed goes with its rule, and the focus with it.
        await visitor.EnterAsync(flag.Button("Move Never Globex up"), "Shift+Tab");
        await Assertions.Expect(flag.Names).ToHaveTextAsync(["Big customers", "Never Globex", "Starters"]);
        await Assertions.Expect(flag.Button("Move Never Globex up")).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        await Assertions.Expect(flag.Names).ToHaveTextAsync(["Never Globex", "Big customers", "Starters"]);
        await Assertions.Expect(flag.Button("Move Never Globex up")).ToBeFocusedAsync();
        await visitor.EnterAsync(flag.Button("Move Big customers up"));
        await Assertions.Expect(flag.Names).ToHaveTextAsync(["Big customers", "Never Globex", "Starters"]);

        await visitor.EnterAsync(flag.WhoIsAffected);
        await Assertions
            .Expect(flag.Impact.GetByRole(AriaRole.Status))
            .ToHaveTextAsync("Of 4 companies, 2 get another answer than now.");
        await Assertions.Expect(flag.Impact.Locator("dd")).ToHaveTextAsync(["+2", "−0"]);
        await Assertions.Expect(flag.Impact.GetByRole(AriaRole.Link)).ToHaveTextAsync(["Initech", "Acme"]);

        await visitor.OpenDialogAsync(flag.Review);
        await Assertions
            .Expect(flag.Dialog.Locator(".change-head"))
            .ToHaveTextAsync(["AddedBig customers", "AddedNever Globex", "AddedStarters"]);
        await visitor.EnterAsync(flag.SaveRules);
        await Assertions.Expect(flag.Saved("Audit log")).ToBeVisibleAsync();
        await Assertions.Expect(flag.SaveBar).ToHaveCountAsync(0);
        await Assertions.Expect(flag.Title).ToBeFocusedAsync();

        var stored = await console.RulesAsync(id);
        Assert.Equal(
            ["Big customers", "Never Globex", "Starters"],
            stored.OrderBy(static rule => rule.Priority).Select(static rule => rule.Name)
        );
        Assert.Equal(
            2,
            Assert.Single(stored.Single(static rule => rule.Name == "Big customers").ConditionGroups).Conditions.Count
        );
        await ExpectAnswerAsync("acme", true, "Big customers");
        await ExpectAnswerAsync("globex", false, "Never Globex");
        await ExpectAnswerAsync("hooli", false, "No rules matched");

        await ReadLadderOfAcmeAsync(visitor);
        visitor.ExpectNoFaults();
    }

    [Fact]
    public async Task A_rule_is_dragged_to_another_place()
    {
        var id = await console.FlagAsync(
            "Dragged",
            console.Rule("One", 1),
            console.Rule("Two", 2),
            console.Rule("Three", 3)
        );
        await using var visitor = await console.VisitAsync(chromium);
        var flag = new FlagPage(visitor);
        await visitor.OpenAsync(console.AddressOf(id));

        await flag.Grip("Three").DragToAsync(flag.Toggle("One"));
        await Assertions.Expect(flag.Names).ToHaveTextAsync(["Three", "One", "Two"]);
        await flag.Grip("Three").DragToAsync(flag.Toggle("One"));
        await Assertions.Expect(flag.Names).ToHaveTextAsync(["One", "Three", "Two"]);
        await flag.SaveAsync("Dragged");

        Assert.Equal(
            ["One", "Three", "Two"],
            (await console.RulesAsync(id)).OrderBy(static rule => rule.Priority).Select(static rule => rule.Name)
        );
        visitor.ExpectNoFaults();
    }

    [Fact]
    public async Task The_focus_stays_where_one_works_when_things_are_taken_away()
    {
        var id = await console.FlagAsync("Taken apart", console.Rule("One", 1), console.Rule("Two", 2));
        await using var visitor = await console.VisitAsync(chromium);
        var flag = new FlagPage(visitor);
        await visitor.OpenAsync(console.AddressOf(id));
        await visitor.EnterAsync(flag.Toggle("One"));

        await visitor.EnterAsync(flag.Button("Duplicate One"));
        await Assertions.Expect(flag.Rule.Name).ToHaveValueAsync("One (copy)");
        await Assertions.Expect(flag.Rule.Name).ToBeFocusedAsync();
        await visitor.EnterAsync(flag.Rule.AddCondition);
        await Assertions.Expect(flag.Rule.Condition(2).Type).ToBeFocusedAsync();
        await visitor.EnterAsync(flag.Rule.Condition(2).Remove);
        await Assertions.Expect(flag.Rule.Condition(1).Type).ToBeFocusedAsync();
        await visitor.EnterAsync(flag.Rule.Condition(1).Remove);
        await Assertions.Expect(flag.Rule.AddCondition).ToBeFocusedAsync();
        await visitor.EnterAsync(flag.Rule.AddGroup);
        await Assertions.Expect(flag.Rule.Alternative(1, 1).Type).ToBeFocusedAsync();
        await visitor.EnterAsync(flag.Rule.Alternative(1, 1).Remove);
        await Assertions.Expect(flag.Rule.AddAlternative).ToBeFocusedAsync();
        await visitor.EnterAsync(flag.Rule.RemoveGroup);
        await Assertions.Expect(flag.Rule.AddGroup).ToBeFocusedAsync();
        await visitor.EnterAsync(flag.Button("Delete One (copy)"), "Shift+Tab");
        await Assertions.Expect(flag.Toggle("Two")).ToBeFocusedAsync();
        await visitor.EnterAsync(flag.Button("Delete Two"));
        await Assertions.Expect(flag.Toggle("One")).ToBeFocusedAsync();
        await visitor.EnterAsync(flag.Button("Delete One"));
        await Assertions.Expect(flag.AddRule).ToBeFocusedAsync();

        await visitor.OpenDialogAsync(flag.Discard);
        await visitor.EnterAsync(flag.SureToDiscard);
        await Assertions.Expect(flag.Names).ToHaveTextAsync(["One", "Two"]);
        await Assertions.Expect(flag.Title).ToBeFocusedAsync();
        visitor.ExpectNoFaults();
    }

    [Fact]
    public async Task A_choice_made_while_the_line_lags_is_not_set_back()
    {
        var id = await console.FlagAsync("Lagging", console.Rule("Many seats", 1, "seats", ComparableOperator.Eq, "5"));
        await using var visitor = await console.VisitAsync(chromium);
        var (flag, line) = (new FlagPage(visitor), await Line.ThroughAsync(visitor));
        await visitor.OpenAsync(console.AddressOf(id));
        await flag.OpenRuleAsync("Many seats");
        var comparison = flag.Rule.Condition(1).Comparison;
        await comparison.FocusAsync();

        line.Hold();
        await comparison.PressAsync("ArrowDown");
        await comparison.PressAsync("ArrowDown");
        // The console answers the first step when the second is made already.
        await line.PassAsync("\"value\":\"ne\"");
        await Assertions.Expect(comparison).ToHaveValueAsync("gt");
        await comparison.PressAsync("ArrowDown");
        line.Release();

        await Assertions.Expect(flag.Rule.Sentence).ToContainTextAsync("seats is at least 5");
        await Assertions.Expect(comparison).ToHaveValueAsync("gte");
        visitor.ExpectNoFaults();
    }

    [Fact]
    public async Task What_the_API_refuses_is_told_at_its_condition_and_nothing_is_lost()
    {
        var soonGone = await console.CompanyAsync("Soon gone", 1, "Free");
        var id = await console.FlagAsync("Refused", console.Rule("First", 1), console.Rule("Second", 2));
        await using var visitor = await console.VisitAsync(chromium);
        var (flag, picker) = (new FlagPage(visitor), new ResourcePicker(visitor));
        await visitor.OpenAsync(console.AddressOf(id));
        await flag.RenameAsync("First", "First of all");
        await flag.OpenRuleAsync("Second");
        await flag.Rule.AddGroup.ClickAsync();
        await flag.Rule.Alternative(1, 1).FillAsync("seats", "is at least", "5");
        await flag.Rule.AddAlternative.ClickAsync();
        var refused = flag.Rule.Alternative(1, 2);
        await refused.Type.SelectOptionAsync("Company");
        await refused.Choose.ClickAsync();
        await picker.Choice("Soon gone").CheckAsync();
        await picker.Done.ClickAsync();
        await Assertions.Expect(refused.Chosen).ToHaveTextAsync(["Soon gone"]);
        // Another rule is open when it is saved.
        await flag.OpenRuleAsync("First of all");

        await console.Server.Gateway().Companies.DeleteAsync(soonGone, TestContext.Current.CancellationToken);
        await flag.SaveAsync();

        await Assertions.Expect(refused.Error).ToContainTextAsync("There is no company");
        await Assertions.Expect(refused.Choose).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(refused.Type).ToBeFocusedAsync();
        await Assertions.Expect(flag.Names).ToHaveTextAsync(["First of all", "Second"]);
        await Assertions.Expect(flag.Rule.Alternative(1, 1).Value).ToHaveValueAsync("5");
        Assert.Equal(["First", "Second"], (await console.RulesAsync(id)).Select(static rule => rule.Name));

        await refused.Remove.ClickAsync();
        await flag.SaveAsync("Refused");
        Assert.Equal(["First of all", "Second"], (await console.RulesAsync(id)).Select(static rule => rule.Name));
        visitor.ExpectNoFaults();
    }

    [Fact]
    public async Task Hostile_names_and_values_are_nothing_but_text()
    {
        string[] hostile =
        [
            "<script>window.isRun = true</script>",
            "\"><img src=x onerror=\"window.isRun = true\">",
            "\u202Eחריג מבחן (rule_1)\u202C",
            "👩‍🚀 🏳️‍🌈 Z̷̡̛a̴l̵g̶o̷",
            new string('W', 200),
        ];
        var id = await console.FlagAsync(
            "Hostile",
            [.. hostile.Select((name, index) => console.Rule(name, index + 1, value: name))]
        );
        await using var visitor = await console.VisitAsync(chromium);
        var (flag, ladder) = (new FlagPage(visitor), new Ladder(visitor));
        await visitor.OpenAsync(console.AddressOf(id));
        await Assertions.Expect(flag.Names).ToHaveTextAsync(hostile);

        for (var number = hostile.Length; number > 0; number--)
        {
            var name = hostile[number - 1];
            await flag.OpenRuleAsync(name);
            await Assertions.Expect(flag.Rule.Condition(1).Value).ToHaveValueAsync(name);
            await flag.Rule.Name.FillAsync($"{number} {name}");
            await flag.Rule.Condition(1).FillAsync("plan_name", "is not", $"{number} {name}");
            await Assertions.Expect(flag.Rule.Sentence).ToContainTextAsync($"\"{number} {name}\"");
            hostile[number - 1] = $"{number} {name}";
        }

        await Assertions.Expect(flag.Names).ToHaveTextAsync(hostile);
        await ExpectFitAsync(visitor);
        await flag.Review.ClickAsync();
        await Assertions.Expect(flag.Dialog.Locator(".change-head strong")).ToHaveTextAsync(hostile);
        await ExpectFitAsync(visitor);
        await flag.SaveRules.ClickAsync();
        await Assertions.Expect(flag.Saved("Hostile")).ToBeVisibleAsync();
        Assert.Equal(hostile, (await console.RulesAsync(id)).Select(static rule => rule.Name));

        await visitor.OpenAsync(console.ChecksOf(console.Acme, "hostile"));
        await Assertions.Expect(ladder.Reason).ToContainTextAsync(hostile[0]);
        await ExpectFitAsync(visitor);
        Assert.False(await visitor.Page.EvaluateAsync<bool>("() => 'isRun' in window"));
        visitor.ExpectNoFaults();
    }

    // Seats first, then either of two: a company by its name, or whoever is on Enterprise.
    private static async Task BuildBigCustomersAsync(Visitor visitor, FlagPage flag)
    {
        var picker = new ResourcePicker(visitor);
        await AddRuleAsync(visitor, flag, "Big customers");
        await FillAsync(visitor, flag.Rule.Condition(1), "seats", "is at least", "20");
        await visitor.EnterAsync(flag.Rule.AddGroup);
        var company = flag.Rule.Alternative(1, 1);
        await Assertions.Expect(company.Type).ToBeFocusedAsync();
        await visitor.ChooseAsync(company.Type, "Company");
        await visitor.OpenDialogAsync(company.Choose);
        foreach (var name in new[] { "Globex", "Acme" })
        {
            await visitor.TypeAsync(picker.Search, name);
            await Assertions.Expect(picker.Found).ToHaveTextAsync([name]);
            await visitor.TabToAsync(picker.Choice(name));
            await visitor.Page.Keyboard.PressAsync("Space");
        }

        await Assertions.Expect(picker.Chosen).ToHaveTextAsync(["Globex", "Acme"]);
        await visitor.EnterAsync(picker.Done);
        await Assertions.Expect(company.Chosen).ToHaveTextAsync(["Globex", "Acme"]);
        await Assertions.Expect(company.Choose).ToBeFocusedAsync();
        await visitor.EnterAsync(flag.Rule.AddAlternative);
        await Assertions.Expect(flag.Rule.Alternative(1, 2).Type).ToBeFocusedAsync();
        await FillAsync(visitor, flag.Rule.Alternative(1, 2), "plan_name", "is", "Enterprise");
        await Assertions
            .Expect(flag.Rule.Sentence)
            .ToHaveTextAsync(
                "On when company trait seats is at least 20, and any of (company is one of Globex, Acme; company trait plan_name is \"Enterprise\")."
            );
    }

    private static async Task BuildStartersAsync(Visitor visitor, FlagPage flag)
    {
        await AddRuleAsync(visitor, flag, "Starters");
        await FillAsync(visitor, flag.Rule.Condition(1), "plan_name", "is", "Starter");
        await Assertions.Expect(flag.Rule.Sentence).ToHaveTextAsync("On when company trait plan_name is \"Starter\".");
    }

    private static async Task BuildNeverGlobexAsync(Visitor visitor, FlagPage flag)
    {
        var picker = new ResourcePicker(visitor);
        await AddRuleAsync(visitor, flag, "Never Globex");
        await visitor.EnterAsync(flag.Rule.Off);
        await visitor.ChooseAsync(flag.Rule.Condition(1).Type, "Company");
        await visitor.OpenDialogAsync(flag.Rule.Condition(1).Choose);
        foreach (var name in new[] { "Hooli", "Acme", "Globex" })
        {
            await visitor.TabToAsync(picker.Choice(name));
            await visitor.Page.Keyboard.PressAsync("Space");
        }

        await visitor.EnterAsync(picker.Remove("Hooli"));
        await Assertions.Expect(picker.Chosen).ToHaveTextAsync(["Acme", "Globex"]);
        await Assertions.Expect(picker.ChosenRegion).ToBeFocusedAsync();
        await visitor.EnterAsync(picker.Done);
        await visitor.EnterAsync(flag.Rule.Condition(1).Unchoose("Acme"));
        await Assertions.Expect(flag.Rule.Condition(1).Choose).ToBeFocusedAsync();
        await Assertions.Expect(flag.Rule.Sentence).ToHaveTextAsync("Off when company is one of Globex.");
    }

    private static async Task AddRuleAsync(Visitor visitor, FlagPage flag, string name)
    {
        await visitor.EnterAsync(flag.AddRule, "Shift+Tab");
        await Assertions.Expect(flag.Rule.Name).ToBeFocusedAsync();
        await visitor.TypeAsync(flag.Rule.Name, name);
    }

    private static async Task FillAsync(
        Visitor visitor,
        ConditionFields condition,
        string trait,
        string comparison,
        string value
    )
    {
        await visitor.ChooseAsync(condition.Trait, trait);
        await visitor.ChooseAsync(condition.Comparison, comparison);
        await visitor.TypeAsync(condition.Value, value);
        await visitor.Page.Keyboard.PressAsync("Tab");
    }

    private static async Task ExpectFitAsync(Visitor visitor)
    {
        foreach (var screen in new[] { Screen.Phone, Screen.Desktop })
        {
            await visitor.Page.SetViewportSizeAsync(screen.Width, screen.Height);
            await visitor.ExpectNoSidewaysScrollAsync();
        }
    }

    private async Task ReadLadderOfAcmeAsync(Visitor visitor)
    {
        var ladder = new Ladder(visitor);
        await visitor.OpenAsync(DashboardUrls.Company(console.Environment, console.Acme));
        await visitor.EnterAsync(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Checks", Exact = true }));
        await visitor.TypeAsync(visitor.Page.Locator("#check-flag"), "audit-log");
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(ladder.Verdict).ToHaveTextAsync("Audit log is on for Acme");
        await Assertions.Expect(ladder.Reason).ToContainTextAsync("Big customers");
        await Assertions
            .Expect(ladder.Rules)
            .ToHaveTextAsync(["✓Big customersOnmatched", "–Never GlobexOffnot reached", "–StartersOnnot reached"]);
        await Assertions
            .Expect(ladder.Conditions("Big customers").Nth(0).Locator("td"))
            .ToHaveTextAsync(["company trait seats", "at least 20", "25", "✓matched"]);
        await Assertions
            .Expect(ladder.Conditions("Big customers").Nth(1).Locator("td"))
            .ToHaveTextAsync(["company", "one of Globex, Acme", "Acme", "✓matched"]);
        await Assertions
            .Expect(ladder.Conditions("Big customers").Nth(2).Locator("td"))
            .ToHaveTextAsync(["company trait plan_name", "\"Enterprise\"", "\"Enterprise\"", "✓matched"]);
        await Assertions.Expect(ladder.End).ToHaveTextAsync("Evaluation stopped at the first rule that matched.");
    }

    private async Task ExpectAnswerAsync(string company, bool value, string reason)
    {
        var answer = await console
            .Server.Gateway()
            .Flags.CheckAsync(
                "audit-log",
                new CheckFlagRequestBody { Company = new Dictionary<string, string> { ["app_id"] = company } },
                TestContext.Current.CancellationToken
            );
        Assert.Equal(value, answer.Data.Value);
        Assert.Contains(reason, answer.Data.Reason, StringComparison.Ordinal);
    }
}
