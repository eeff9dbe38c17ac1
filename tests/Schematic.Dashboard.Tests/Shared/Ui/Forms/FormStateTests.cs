using System.Net;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Tests.Shared.Ui.Forms;

public sealed class FormStateTests
{
    private readonly FormState<Model> _form = new(new Model { DisplayName = "Acme" });

    [Fact]
    public async Task Clicking_twice_sends_once()
    {
        var sent = 0;
        var answer = new TaskCompletionSource();
        var first = _form.SubmitAsync(SendAsync, TestContext.Current.CancellationToken);
        var second = _form.SubmitAsync(SendAsync, TestContext.Current.CancellationToken);

        Assert.True(second.IsCompleted, "The second click waits for the first answer.");
        Assert.False(await second);
        Assert.True(_form.IsBusy);
        answer.SetResult();
        Assert.True(await first);
        Assert.False(_form.IsBusy);
        Assert.Equal(1, sent);

        Task SendAsync(CancellationToken cancellationToken)
        {
            sent++;
            return answer.Task;
        }
    }

    [Theory]
    [InlineData("display_name must be at most 256 characters.", "Display name must be at most 256 characters.")]
    [InlineData("Another company has this name.", "Another company has this name.")]
    public async Task A_refusal_that_names_a_field_stands_beside_it(string sentence, string text)
    {
        Assert.False(await SubmitAsync(Refusal(sentence, "display_name")));

        Assert.Equal(
            [text],
            _form.EditContext.GetValidationMessages(_form.EditContext.Field(nameof(Model.DisplayName)))
        );
        Assert.Null(_form.Failure);
        Assert.False(_form.IsBusy);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("keys")]
    [InlineData("display_name.first")]
    [InlineData("DisplayName")]
    public async Task A_refusal_that_names_none_of_its_fields_stands_above_the_form(string? field)
    {
        await SubmitAsync(Refusal("display_name is not the point.", field));

        Assert.Equal("display_name is not the point.", _form.Failure?.Message);
        Assert.Empty(_form.EditContext.GetValidationMessages());
    }

    [Fact]
    public async Task Changing_a_field_takes_its_refusal_away()
    {
        await SubmitAsync(Refusal("display_name is taken.", "display_name"));

        _form.EditContext.NotifyFieldChanged(_form.EditContext.Field(nameof(Model.DisplayName)));

        Assert.Empty(_form.EditContext.GetValidationMessages());
    }

    [Fact]
    public async Task Sending_again_takes_the_old_refusal_away()
    {
        await SubmitAsync(new GatewayException(null, "The API could not be reached."));
        Assert.True(_form.Failure!.IsPassing);

        Assert.True(await _form.SubmitAsync(static _ => Task.CompletedTask, TestContext.Current.CancellationToken));

        Assert.Null(_form.Failure);
    }

    [Fact]
    public async Task What_is_typed_is_unsaved_until_it_was_sent()
    {
        _form.EditContext.NotifyFieldChanged(_form.EditContext.Field(nameof(Model.DisplayName)));
        Assert.True(_form.IsDirty);

        await SubmitAsync(new GatewayException(HttpStatusCode.BadRequest, "No."));
        Assert.True(_form.IsDirty);
        Assert.Equal("Acme", _form.Model.DisplayName);

        await _form.SubmitAsync(static _ => Task.CompletedTask, TestContext.Current.CancellationToken);
        Assert.False(_form.IsDirty);
    }

    [Fact]
    public async Task Leaving_meanwhile_is_no_failure()
    {
        using var leaving = new CancellationTokenSource();
        await leaving.CancelAsync();

        Assert.False(await _form.SubmitAsync(Task.FromCanceled, leaving.Token));

        Assert.Null(_form.Failure);
        Assert.False(_form.IsBusy);
    }

    [Fact]
    public async Task A_defect_is_not_explained_away()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            SubmitAsync(new InvalidOperationException("A defect."))
        );

        Assert.False(_form.IsBusy);
    }

    private static GatewayException Refusal(string sentence, string? field) =>
        new(HttpStatusCode.BadRequest, sentence) { Field = field };

    private Task<bool> SubmitAsync(Exception failure) =>
        _form.SubmitAsync(_ => Task.FromException(failure), TestContext.Current.CancellationToken);

    private sealed class Model
    {
        public string DisplayName { get; set; } = "";
    }
}
