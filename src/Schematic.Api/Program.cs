using Schematic.Api.Hosting;

try
{
    await ApiApplication.Build(args).RunAsync();
    return 0;
}
catch (InvalidConfigurationException invalid)
{
    await Console.Error.WriteLineAsync(invalid.Message);
    return 1;
}
